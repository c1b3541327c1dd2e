/* eslint-disable */
// Generated from plugins/api-governance-backend/src/schema/openapi.yaml by plugins/api-governance-common/scripts/generate.mjs. Do not edit.

export interface paths {
    "/apis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List APIs
         * @description Every API entity the ingestion has seen, without documents. Filters of one name are alternatives; different names are combined.
         */
        get: operations["listApis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * Read one API
         * @description The line with its family (all majors that live side by side), its newest releases and what the last ingestion could not read. Never carries a document.
         */
        get: operations["getApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * List the consumers of an API
         * @description Who consumes the API and which operations, with the evidence. A consumer known only from the catalog relation
         *     `consumesApi` has the evidence source `catalog` and no operations: that means *no evidence*, not *unused*.
         */
        get: operations["listConsumers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * List the releases of an API
         * @description Newest first.
         */
        get: operations["listReleases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}/releases/{digest}/document": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        /**
         * Read the document of a release
         * @description The document exactly as it was published, byte for byte. It may be many megabytes, so read it only when a person
         *     asks to see it; it is immutable and may be cached for ever.
         */
        get: operations["getReleaseDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}/releases/{digest}/excerpt": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        /**
         * Read some operations of a release
         * @description A document that holds the operations asked for and everything they refer to, at the places where the whole document
         *     has it. Some kilobytes of many megabytes, so that a page can render one operation without the rest. OpenAPI only.
         */
        get: operations["getReleaseExcerpt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/apis/{namespace}/{name}/releases/{digest}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        /**
         * List the operations of a release
         * @description The index of operations and webhooks, in the order of the document.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deprecations
         * @description Everything that is going away: API lines (from the catalog), operations, parameters, properties and enum members
         *     (from the newest release), each with the consumers a removal would hit. By default the next sunset comes first.
         */
        get: operations["listDeprecations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deprecations/{deprecationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identity of the deprecation; it survives new releases and edits that move text around.
                 * @example 9f2b6f3a1c0d4e57
                 */
                deprecationId: string;
            };
            cookie?: never;
        };
        /**
         * Read one deprecation
         * @description The permalink of a row of the list, with every occurrence and the evidence on each consumer.
         */
        get: operations["getDeprecation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the ingestion could not read
         * @description Documents and usage manifests that are broken, with the line and the next step. Errors come first.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the values filters can take
         * @description Owners, systems, lifecycles and types of all APIs, and the teams that consume them, each with its count; for filter menus.
         */
        get: operations["getFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the numbers of the home page
         * @description Counts over all APIs, the next sunsets and the state of the ingestion.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ingestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the latest ingestion runs
         * @description Newest first.
         */
        get: operations["listIngestions"];
        put?: never;
        /**
         * Run the ingestion now
         * @description Asks the scheduler to walk the catalog now instead of at the next interval. One replica does the work, and the
         *     request changes nothing that the next scheduled run would not change, so it is safe to repeat.
         *     While a run is under way the answer is 409 and that run goes on. Needs the permission `api-governance.ingestion.run`.
         */
        post: operations["startIngestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Full catalog entity reference in lower case.
         * @example api:default/orders-v2
         */
        EntityRef: string;
        /**
         * @description `error`: the newest document cannot be judged. `warning`: judged, but something was left out.
         * @enum {string}
         */
        ProblemState: "ok" | "warning" | "error";
        /** @description Where the page is in the list. */
        Page: {
            /**
             * @description Items in the whole filtered list.
             * @example 18
             */
            totalItems: number;
            /** @description Absent on the last page. */
            nextCursor?: string;
            /** @description Absent on the first page. */
            previousCursor?: string;
        };
        /** @description One page of APIs. */
        ApiPage: {
            items: components["schemas"]["ApiSummary"][];
            page: components["schemas"]["Page"];
        };
        /** @description A row of the API list. */
        ApiSummary: {
            ref: components["schemas"]["EntityRef"];
            /** @example default */
            namespace: string;
            /** @example orders-v2 */
            name: string;
            /**
             * @description Title of the entity, else its name.
             * @example Orders
             */
            title: string;
            description?: string;
            /**
             * @description As the catalog spells it: `openapi`, `asyncapi`, `graphql`, …
             * @example openapi
             */
            type: string;
            /**
             * @description What all majors share, from the label `treaty/api`.
             * @example orders
             */
            family?: string;
            /**
             * @description From the label `treaty/major`.
             * @example 2
             */
            major?: string;
            /**
             * @description From the annotation `treaty/audience`.
             * @example company-internal
             */
            audience?: string;
            /** @description Absent when the catalog names none. */
            owner?: components["schemas"]["EntityRef"];
            system?: components["schemas"]["EntityRef"];
            /** @example production */
            lifecycle?: string;
            /**
             * @description Version of the newest release, else the one the entity states.
             * @example 2.3.0
             */
            version?: string;
            deprecation?: components["schemas"]["LineDeprecation"];
            latestRelease?: components["schemas"]["Release"];
            /** @example 7 */
            consumerCount: number;
            /** @example 24 */
            operationCount: number;
            /**
             * @description Deprecations inside the newest release, the line itself not counted.
             * @example 5
             */
            deprecationCount: number;
            problemState: components["schemas"]["ProblemState"];
            /** @example 0 */
            problemCount: number;
        };
        /** @description An API with what its page shows at once. */
        ApiDetail: components["schemas"]["ApiSummary"] & {
            /** @description Every line of the family, this one included, highest major first. */
            familyMembers: components["schemas"]["FamilyMember"][];
            /** @description The newest releases; the list of releases has the rest. */
            releases: components["schemas"]["Release"][];
            /** @example 3 */
            releaseCount: number;
            /** @description What the last ingestion could not read, errors first. */
            problems: components["schemas"]["IngestionProblem"][];
        };
        /** @description A line of a family. */
        FamilyMember: {
            ref: components["schemas"]["EntityRef"];
            /** @example Orders (v1) */
            title: string;
            /** @example 1 */
            major?: string;
            /** @example 1.9.2 */
            version?: string;
            /** @example deprecated */
            lifecycle?: string;
            deprecation?: components["schemas"]["LineDeprecation"];
            /** @description True for the API that was asked for. */
            current: boolean;
        };
        /** @description The deprecation of a whole line, from `spec.deprecation` of the entity. */
        LineDeprecation: {
            state: components["schemas"]["DeprecationState"];
            /**
             * Format: date-time
             * @example 2026-06-01T00:00:00.000Z
             */
            deprecatedOn?: string;
            /**
             * Format: date-time
             * @example 2027-03-01T00:00:00.000Z
             */
            sunset?: string;
            /**
             * @description Whole days from now to the sunset; negative when it has passed.
             * @example 97
             */
            daysLeft?: number;
            successor?: components["schemas"]["EntityRef"];
            /**
             * Format: uri
             * @example https://wiki.kestrel.example/orders/v2-migration
             */
            guide?: string;
        };
        /** @description An immutable version of the contract. */
        Release: {
            /** @description SHA-256 of the document. */
            digest: string;
            /**
             * @description `info.version` of the document.
             * @example 2.3.0
             */
            version?: string;
            /**
             * @description `info.title` of the document.
             * @example Orders
             */
            title?: string;
            /**
             * @description Language and version of the document.
             * @example openapi 3.1.0
             */
            specification?: string;
            /**
             * Format: date-time
             * @description When Treaty first saw this digest for this API.
             */
            publishedAt: string;
            /**
             * @description `catalog`: found by the ingestion. `publish`: sent by a build.
             * @enum {string}
             */
            source: "catalog" | "publish";
            /** @example 48210 */
            bytes: number;
            /** @description False when the document could not be read or is no valid document of its language. */
            valid: boolean;
            /** @example 24 */
            operationCount: number;
            /** @example 5 */
            deprecationCount: number;
            /** @description True for the newest release of its API. */
            latest: boolean;
        };
        /** @description One page of releases. */
        ReleasePage: {
            items: components["schemas"]["Release"][];
            page: components["schemas"]["Page"];
        };
        /** @description An operation or webhook of a release. */
        Operation: {
            /**
             * @description As findings and usage facts name it.
             * @example GET /orders/{id}
             * @example webhook orderPaid: POST
             */
            operation: string;
            /** @enum {string} */
            kind: "operation" | "webhook";
            /** @example GET */
            method: string;
            /**
             * @description Path template or name of the webhook.
             * @example /orders/{id}
             */
            path: string;
            /** @example getOrder */
            operationId?: string;
            /** @example Read one order */
            summary?: string;
            tags: string[];
            deprecated: boolean;
            /** Format: date-time */
            sunset?: string;
            /** @description JSON Pointer into the document. */
            pointer?: string;
            /** @description Consumers with evidence of using it. */
            consumerCount: number;
        };
        /** @description One page of operations. */
        OperationPage: {
            items: components["schemas"]["Operation"][];
            page: components["schemas"]["Page"];
        };
        /** @description One piece of evidence, in a form a person can check. */
        Evidence: {
            /** @enum {string} */
            source: "declared" | "pact" | "client" | "har" | "otel" | "access-log" | "catalog";
            /**
             * @description File, commit or batch.
             * @example component:default/ios-app spec.usage
             */
            sourceRef: string;
            /** @example declares that it reads /id and /status */
            statement: string;
            /**
             * @description Day or instant it was last seen or reviewed.
             * @example 2026-11-01
             */
            lastSeen?: string;
            /** @description Too old to prove anything. */
            stale: boolean;
        };
        /** @description What a consumer is known to use of one operation. */
        UsedOperation: {
            /** @example GET /orders/{id} */
            operation: string;
            /**
             * @description How surely the evidence names this operation.
             * @enum {string}
             */
            match: "exact" | "ranked" | "shadowed" | "ambiguous";
            /**
             * @description Response fields with evidence of being read: status, media type, path.
             * @example [
             *       "200 /id",
             *       "200 /status"
             *     ]
             */
            reads: string[];
            /**
             * @description Parameters and body fields with evidence of being sent.
             * @example [
             *       "query expand"
             *     ]
             */
            sends: string[];
            /**
             * @example [
             *       "production"
             *     ]
             */
            environments: string[];
            /** @description The newest release deprecates the operation. */
            deprecated: boolean;
            /** Format: date-time */
            sunset?: string;
        };
        /** @description A consumer of an API. */
        Consumer: {
            /**
             * @description Entity reference, or `unattributed:<hash>` for traffic nobody claims.
             * @example component:default/ios-app
             */
            ref: string;
            /** @example iOS app */
            title: string;
            /**
             * @description Type of the component.
             * @example mobile-app
             */
            type?: string;
            owner?: components["schemas"]["EntityRef"];
            /** @description The catalog has the relation `consumesApi`. */
            declared: boolean;
            /** @description The evidence says that nothing else is used. */
            complete: boolean;
            /** @example 2026-11-01 */
            lastSeen?: string;
            environments: string[];
            operations: components["schemas"]["UsedOperation"][];
            evidence: components["schemas"]["Evidence"][];
        };
        /** @description One page of consumers. */
        ConsumerPage: {
            items: components["schemas"]["Consumer"][];
            page: components["schemas"]["Page"];
        };
        /**
         * @description What is deprecated; `api` is the whole line, `schema` a whole message body.
         * @enum {string}
         */
        DeprecationKind: "api" | "operation" | "parameter" | "header" | "schema" | "property" | "enum-value";
        /**
         * @description `announced`: its deprecation date is still to come, or only a sunset was given so far. `deprecated`: in force. `sunset-due`: the sunset is at most
         *     30 days away. `zombie`: the sunset has passed and the newest release still has it. `removed`: the newest
         *     release no longer has the mark, nor, as far as that can be told, what carried it.
         * @enum {string}
         */
        DeprecationState: "announced" | "deprecated" | "sunset-due" | "zombie" | "removed";
        /** @description What it is about, in the words findings and usage facts share. Without `operation` it is the whole document. */
        Subject: {
            /** @example GET /orders/{id} */
            operation?: string;
            /** @enum {string} */
            direction?: "request" | "response";
            /**
             * @description Location and schema path.
             * @example body/customer/email
             */
            at?: string;
            /** @example application/json */
            media?: string;
            /** @example 200 */
            status?: string;
        };
        /** @description What the removal would mean for one consumer. */
        AffectedConsumer: {
            /** @example component:default/ios-app */
            ref: string;
            /** @example iOS app */
            title?: string;
            owner?: components["schemas"]["EntityRef"];
            /**
             * @description `no-evidence` means that nothing is known, never that it is safe.
             * @enum {string}
             */
            verdict: "breaks" | "may-break" | "unaffected" | "no-evidence";
            /** @description Only in the answer for one deprecation. */
            evidence?: components["schemas"]["Evidence"][];
        };
        /** @description Something that is going away. */
        Deprecation: {
            id: string;
            api: components["schemas"]["EntityRef"];
            /** @example Orders */
            apiTitle: string;
            /** @description Owner of the API. */
            owner?: components["schemas"]["EntityRef"];
            kind: components["schemas"]["DeprecationKind"];
            subject: components["schemas"]["Subject"];
            /**
             * @description The subject as a person reads it.
             * @example GET /orders/{id} → 200 application/json  /customer/email
             */
            label: string;
            state: components["schemas"]["DeprecationState"];
            /**
             * Format: date-time
             * @description The date the contract or the catalog states, else when the first release with the mark was published.
             */
            deprecatedOn?: string;
            /**
             * Format: date-time
             * @description Absent when none was set; the earliest wins when several are.
             */
            sunset?: string;
            /** @description Whole days from now to the sunset; negative when it has passed. */
            daysLeft?: number;
            /** @description What to use instead, as the contract says; an entity reference for a line. */
            replacedBy?: string;
            reason?: string;
            /** Format: uri */
            guide?: string;
            /** @description Why the date in the contract cannot be read; then there is no `sunset`. */
            malformed?: string;
            /** @description First published version that carried the mark. */
            sinceVersion?: string;
            /** @description Consumers that are not known to be unaffected, worst verdict first. */
            consumers: components["schemas"]["AffectedConsumer"][];
            /** @description All of them, also beyond the 50 shown. */
            consumerCount: number;
            /** @description Owners of those consumers. */
            teams: components["schemas"]["EntityRef"][];
        };
        /** @description A deprecation with its occurrences and the evidence. */
        DeprecationDetail: components["schemas"]["Deprecation"] & {
            /** @description Every place of the newest release that carries it. */
            occurrences: {
                subject: components["schemas"]["Subject"];
                label: string;
                /** @description The value */
                value?: string;
                file?: string;
                pointer?: string;
                line?: number;
            }[];
            /** @description What each source says; the earliest sunset counts. */
            dates: {
                /** @enum {string} */
                source: "catalog" | "contract";
                /** Format: date-time */
                deprecatedOn?: string;
                /** Format: date-time */
                sunset?: string;
            }[];
        };
        /** @description One page of deprecations. */
        DeprecationPage: {
            items: components["schemas"]["Deprecation"][];
            page: components["schemas"]["Page"];
            /** @description Over the whole filtered list. */
            counts: {
                byState: {
                    [key: string]: number;
                };
                byKind: {
                    [key: string]: number;
                };
                withoutSunset: number;
            };
        };
        /** @description Something of the input that could not be read. */
        IngestionProblem: {
            /**
             * @description API or component it belongs to.
             * @example api:default/orders-v2
             */
            entity: string;
            /**
             * @description Stable id.
             * @example ref-not-found
             */
            code: string;
            /** @example $ref '#/components/schemas/Ordr' points to nothing */
            message: string;
            /** @example ./openapi.yaml */
            file?: string;
            /** @example 214 */
            line?: number;
            column?: number;
            pointer?: string;
            /**
             * @description What to do about it.
             * @example Correct the name or add the schema.
             */
            next: string;
            /** @enum {string} */
            severity: "error" | "warning";
            /**
             * Format: date-time
             * @description When it was first seen.
             */
            seenAt: string;
        };
        /** @description One page of problems. */
        ProblemPage: {
            items: components["schemas"]["IngestionProblem"][];
            page: components["schemas"]["Page"];
        };
        /** @description A value and how often it occurs. */
        FacetValue: {
            /** @example group:default/team-orders */
            value: string;
            /** @example 2 */
            count: number;
        };
        /** @description Values by filter. */
        Facets: {
            owners: components["schemas"]["FacetValue"][];
            systems: components["schemas"]["FacetValue"][];
            lifecycles: components["schemas"]["FacetValue"][];
            types: components["schemas"]["FacetValue"][];
            /** @description Teams that own consumers. */
            teams: components["schemas"]["FacetValue"][];
        };
        /** @description Numbers of the home page. */
        Overview: {
            apis: {
                total: number;
                withoutOwner: number;
                withErrors: number;
                withWarnings: number;
                deprecated: number;
            };
            releases: {
                total: number;
                lastSevenDays: number;
            };
            consumers: {
                /** @description Components that consume at least one API. */
                total: number;
                /** @description Those of them with more than the relation `consumesApi`. */
                withEvidence: number;
            };
            deprecations: {
                total: number;
                byState: {
                    [key: string]: number;
                };
                withoutSunset: number;
            };
            /** @description The next sunsets that are still to come. */
            nextSunsets: components["schemas"]["Deprecation"][];
            lastIngestion?: components["schemas"]["IngestionRun"];
        };
        /** @description One walk over the catalog. */
        IngestionRun: {
            id: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            /**
             * @description `aborted`: the replica that ran it went away.
             * @enum {string}
             */
            status: "running" | "succeeded" | "failed" | "aborted";
            /** @description API entities looked at. */
            seen: number;
            newReleases: number;
            /** @description Problems open at the end of the run. */
            problems: number;
            /** @description Why it failed. */
            error?: string;
        };
        /** @description One page of runs. */
        IngestionPage: {
            items: components["schemas"]["IngestionRun"][];
            page: components["schemas"]["Page"];
        };
        /** @description The scheduler has the task. */
        IngestionAccepted: {
            /** @constant */
            accepted: true;
        };
        /** @description RFC 9457. */
        ProblemDetails: {
            /**
             * Format: uri-reference
             * @example urn:treaty:problem:invalid-request
             */
            type: string;
            /** @example The request is not valid */
            title: string;
            /** @example 400 */
            status: number;
            /** @example limit must be <= 200 */
            detail?: string;
            /**
             * Format: uri-reference
             * @description Names this occurrence in the server's log.
             */
            instance?: string;
            /**
             * @description What the caller can do.
             * @example Correct the parameter and send the request again.
             */
            next?: string;
            /** @description Each offending part of the request. */
            errors?: {
                /** @example /query/limit */
                path: string;
                /** @example must be <= 200 */
                message: string;
            }[];
        };
    };
    responses: {
        /** @description What the caller holds is still right. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A parameter is not what this document says. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description No valid token. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The permission policy says no. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The catalog has no such API, or the API no such release. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description The request collides with something under way. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
        /** @description A defect of the server; its log has the details under the same `instance`. */
        Unexpected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemDetails"];
            };
        };
    };
    parameters: {
        /**
         * @description Namespace of the API entity.
         * @example default
         */
        Namespace: string;
        /**
         * @description Name of the API entity.
         * @example orders-v2
         */
        Name: string;
        /**
         * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
         * @example latest
         */
        Digest: string;
        /**
         * @description Words that must all occur in the names, titles or descriptions; upper and lower case are the same.
         * @example orders
         */
        Search: string;
        /**
         * @description Largest number of items on the page.
         * @example 25
         */
        Limit: number;
        /**
         * @description `nextCursor` or `previousCursor` of another page of the same query.
         * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
         */
        Cursor: string;
        /**
         * @description ETags the caller already holds; the answer is 304 when nothing changed.
         * @example "2c26b46b68ffc68f"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Changes when the answer does; send it back as `If-None-Match`.
         * @example "2c26b46b68ffc68f"
         */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApis: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur in the names, titles or descriptions; upper and lower case are the same.
                 * @example orders
                 */
                search?: components["parameters"]["Search"];
                /**
                 * @description Owning group or user, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "group:default/team-orders"
                 *     ]
                 */
                owner?: components["schemas"]["EntityRef"][];
                /**
                 * @description System the API is part of, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "system:default/order-management"
                 *     ]
                 */
                system?: components["schemas"]["EntityRef"][];
                /**
                 * @description Lifecycle as the catalog spells it. Repeat for alternatives.
                 * @example [
                 *       "production"
                 *     ]
                 */
                lifecycle?: string[];
                /**
                 * @description Type of the API entity. Repeat for alternatives.
                 * @example [
                 *       "openapi"
                 *     ]
                 */
                type?: string[];
                /**
                 * @description Worst problem of the last ingestion. Repeat for alternatives.
                 * @example [
                 *       "error"
                 *     ]
                 */
                problemState?: components["schemas"]["ProblemState"][];
                /**
                 * @description Only lines that are (`true`) or are not (`false`) deprecated as a whole.
                 * @example true
                 */
                deprecated?: boolean;
                /**
                 * @description Field to sort by; a leading `-` sorts downwards. APIs without the field come last either way.
                 * @example sunset
                 */
                sort?: "title" | "-title" | "owner" | "-owner" | "system" | "-system" | "lifecycle" | "-lifecycle" | "sunset" | "-sunset" | "consumers" | "-consumers" | "released" | "-released" | "problems" | "-problems";
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of APIs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    getApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    listConsumers: {
        parameters: {
            query?: {
                /**
                 * @description Owner of the consumer, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "group:default/team-mobile"
                 *     ]
                 */
                owner?: components["schemas"]["EntityRef"][];
                /**
                 * @description Words that must all occur in the names, titles or descriptions; upper and lower case are the same.
                 * @example orders
                 */
                search?: components["parameters"]["Search"];
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of consumers, by entity reference. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumerPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    listReleases: {
        parameters: {
            query?: {
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of releases. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasePage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    getReleaseDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The document of a digest never changes.
                     * @example private, max-age=31536000, immutable
                     */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/yaml": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    getReleaseExcerpt: {
        parameters: {
            query: {
                /**
                 * @description Operation as the index names it. Repeat for several.
                 * @example [
                 *       "GET /orders/{id}"
                 *     ]
                 */
                operation: string[];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The excerpt, as JSON whatever the document is written in. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    /**
                     * @description The operations of a digest never change.
                     * @example private, max-age=31536000, immutable
                     */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur in the names, titles or descriptions; upper and lower case are the same.
                 * @example orders
                 */
                search?: components["parameters"]["Search"];
                /**
                 * @description Only operations that are (`true`) or are not (`false`) deprecated.
                 * @example true
                 */
                deprecated?: boolean;
                /**
                 * @description Tag as the document spells it. Repeat for alternatives.
                 * @example [
                 *       "orders"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Namespace of the API entity.
                 * @example default
                 */
                namespace: components["parameters"]["Namespace"];
                /**
                 * @description Name of the API entity.
                 * @example orders-v2
                 */
                name: components["parameters"]["Name"];
                /**
                 * @description SHA-256 of the document, hexadecimal; `latest` names the newest release.
                 * @example latest
                 */
                digest: components["parameters"]["Digest"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of operations. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    listDeprecations: {
        parameters: {
            query?: {
                /**
                 * @description Words that must all occur in the names, titles or descriptions; upper and lower case are the same.
                 * @example orders
                 */
                search?: components["parameters"]["Search"];
                /**
                 * @description API the deprecation belongs to, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "api:default/orders-v1"
                 *     ]
                 */
                api?: components["schemas"]["EntityRef"][];
                /**
                 * @description Owner of the API, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "group:default/team-orders"
                 *     ]
                 */
                owner?: components["schemas"]["EntityRef"][];
                /**
                 * @description Team that owns a consumer which a removal would or may break, or about which nothing is known. Repeat for alternatives.
                 * @example [
                 *       "group:default/team-mobile"
                 *     ]
                 */
                team?: components["schemas"]["EntityRef"][];
                /**
                 * @description What is deprecated. Repeat for alternatives.
                 * @example [
                 *       "operation"
                 *     ]
                 */
                kind?: components["schemas"]["DeprecationKind"][];
                /**
                 * @description State on the day of the request. Repeat for alternatives. Without it `removed` is left out.
                 * @example [
                 *       "zombie",
                 *       "sunset-due"
                 *     ]
                 */
                state?: components["schemas"]["DeprecationState"][];
                /**
                 * @description Only sunsets on or after this day (UTC).
                 * @example 2026-11-01
                 */
                from?: string;
                /**
                 * @description Only sunsets on or before this day (UTC).
                 * @example 2027-06-30
                 */
                to?: string;
                /**
                 * @description Field to sort by; a leading `-` sorts downwards. Deprecations without the field come last either way.
                 * @example sunset
                 */
                sort?: "sunset" | "-sunset" | "deprecatedOn" | "-deprecatedOn" | "api" | "-api" | "owner" | "-owner" | "consumers" | "-consumers";
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deprecations and the counts of the whole filtered list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecationPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    getDeprecation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Identity of the deprecation; it survives new releases and edits that move text around.
                 * @example 9f2b6f3a1c0d4e57
                 */
                deprecationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deprecation. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecationDetail"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Unexpected"];
        };
    };
    listProblems: {
        parameters: {
            query?: {
                /**
                 * @description API or component the problem belongs to, as an entity reference. Repeat for alternatives.
                 * @example [
                 *       "api:default/orders-v2"
                 *     ]
                 */
                entity?: components["schemas"]["EntityRef"][];
                /**
                 * @description Owner of that entity. Repeat for alternatives.
                 * @example [
                 *       "group:default/team-orders"
                 *     ]
                 */
                owner?: components["schemas"]["EntityRef"][];
                /**
                 * @description Only problems of this severity.
                 * @example error
                 */
                severity?: "error" | "warning";
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of problems. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    getFacets: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values by filter, most frequent first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            304: components["responses"]["NotModified"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    listIngestions: {
        parameters: {
            query?: {
                /**
                 * @description Largest number of items on the page.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description `nextCursor` or `previousCursor` of another page of the same query.
                 * @example eyJkIjoibiIsImsiOlsib3JkZXJzIl19
                 */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description ETags the caller already holds; the answer is 304 when nothing changed.
                 * @example "2c26b46b68ffc68f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of runs. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Unexpected"];
        };
    };
    startIngestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run was handed to the scheduler; follow it in the list of runs. */
            202: {
                headers: {
                    /**
                     * @description Where the runs are listed.
                     * @example /api/api-governance/ingestions
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestionAccepted"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Unexpected"];
        };
    };
}
