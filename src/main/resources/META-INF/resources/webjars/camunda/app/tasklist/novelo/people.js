// Who the reader is.

/** Ids of groups, as the server names them. */
const MANAGERS = ['managers', 'camunda-admin'];

/** Asked once: whoever logs in anew loads the page anew. */
let groups;

/** Managers may settle and look at what others may not; the server asks again who it is. */
export async function isManager(api, me) {
  groups ??= fetch(`${api.engineApi}/identity/groups?userId=${encodeURIComponent(me)}`)
    .then((answer) => (answer.ok ? answer.json() : { groups: [] }))
    .catch(() => ({ groups: [] }));
  const known = await groups;
  return known.groups.some(({ id }) => MANAGERS.includes(id));
}
