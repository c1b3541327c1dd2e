/** Label: the family all majors of an API share. */
export const LABEL_API = 'treaty/api';
/** Label: the major of an API line. */
export const LABEL_MAJOR = 'treaty/major';
/** Annotation: `company-internal`, `partner` or `external-public`. */
export const ANNOTATION_AUDIENCE = 'treaty/audience';
/** Annotation, written by the catalog module: the file an API's definition was embedded from. */
export const ANNOTATION_DEFINITION_LOCATION = 'treaty/definition-location';
/** Annotation, written by the catalog module: the file a component's usage manifest was embedded from. */
export const ANNOTATION_USAGE_LOCATION = 'treaty/usage-location';

/** Relation: this API is followed by that one. */
export const RELATION_SUCCEEDED_BY = 'succeededBy';
/** Relation: this API follows that one. */
export const RELATION_SUCCESSOR_OF = 'successorOf';
/** Relation: this integration reads from that system. */
export const RELATION_READS_FROM = 'readsFrom';
/** Relation: this system is read by that integration. */
export const RELATION_READ_BY = 'readBy';
/** Relation: this integration writes to that system. */
export const RELATION_WRITES_TO = 'writesTo';
/** Relation: this system is written by that integration. */
export const RELATION_WRITTEN_BY = 'writtenBy';
