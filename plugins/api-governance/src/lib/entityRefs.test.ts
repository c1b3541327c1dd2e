import { nameRef } from './entityRefs';

it.each([
  ['group:default/team-orders', 'team-orders', true],
  ['group:b2b/team-orders', 'b2b/team-orders', true],
  ['unattributed:9f2b', 'Unattributed traffic', false],
  ['not a reference', 'not a reference', false],
  ['', '', false],
])('names %p %p', (ref, name, isEntity) => expect(nameRef(ref)).toEqual({ ref, name, isEntity }));
