"use strict";
exports.id = 561;
exports.ids = [561];
exports.modules = {

/***/ 7923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unexplained),
/* harmony export */   n: () => (/* binding */ findHolder),
/* harmony export */   r: () => (/* binding */ isSameIdentity),
/* harmony export */   t: () => (/* binding */ conflicts_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


// src/operations/conflicts.ts
var conflicts_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	explainConflict: () => explainConflict,
	findHolder: () => findHolder,
	inTheWay: () => inTheWay,
	isSameIdentity: () => isSameIdentity
});
function isSameIdentity({ kind, attributes }, live) {
	return live.kind === kind && (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind], live) === (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind], attributes);
}
async function findHolder(client, wanted, conflict, isLeaving = () => false) {
	const { sibling } = _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[wanted.kind];
	const kinds = [wanted.kind, ...sibling === void 0 ? [] : [sibling]];
	let overlapping;
	for (const kind of kinds) {
		const live = (await listed(client, kind, conflict)).filter((mapping) => !isLeaving(mapping));
		const found = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.w)(wanted.kind, wanted.attributes, live);
		if (found.excluding[0] !== void 0) return found.excluding[0];
		overlapping ??= found.overlapping[0];
	}
	return overlapping;
}
async function listed(client, kind, conflict) {
	try {
		return await client.list(kind);
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn) || thrown.reason === "cancelled" || thrown.reason === "timeout") throw thrown;
		throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("conflict", `${conflict.sentence} Could not find out which mapping is in the way. ${thrown.sentence}`, {
			cause: thrown,
			isUnsettled: conflict.isUnsettled
		});
	}
}
async function explainConflict(client, request, conflict) {
	return inTheWay(client, request, await findHolder(client, request, conflict), conflict);
}
async function inTheWay(client, request, holder, cause) {
	const { kind, attributes, operation } = request;
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind];
	if (holder === void 0) return unexplained(cause);
	const start = `Could not ${operation} the ${meaning.title} for ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Jt)(meaning, attributes)}`;
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(meaning, holder) !== (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Xt)(meaning, attributes)) return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(holder, `${start}: it overlaps with ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(holder)}.`, {
		advice: "Datadog does not document whether it refuses overlapping patterns. If that mapping is the reason, delete it first.",
		cause
	});
	if (holder.kind !== kind) return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(holder, `${start}: it collides with ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(holder)}.`, {
		advice: "Delete that mapping first if it is not needed.",
		cause
	});
	const mapped = `${start}: ${meaning.principal(holder)} is already mapped by ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(holder)}.`;
	if (await client.isSameAccount(kind, attributes, holder) === void 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(holder, `${mapped} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.b)(attributes, holder)}`, {
		advice: "",
		cause
	});
	const advice = meaning.persona ? "Use operation: ensure to replace it, or set account-identifier to its account." : "Run the step again.";
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(holder, mapped, {
		advice,
		cause
	});
}
function unexplained({ reason, sentence, cause, isUnsettled }) {
	const details = {
		advice: "Another run may have created or deleted a mapping a moment ago: run the step again.",
		cause,
		isUnsettled
	};
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn(reason, `${sentence} Datadog lists no mapping that overlaps with it.`, details);
}



/***/ }),

/***/ 8648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rolesAround),
/* harmony export */   i: () => (/* binding */ refusalsOfOne),
/* harmony export */   n: () => (/* binding */ guarded),
/* harmony export */   r: () => (/* binding */ refusalsOf),
/* harmony export */   t: () => (/* binding */ guard_check_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(692);



// src/operations/guard-check.ts
var guard_check_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	guarded: () => guarded,
	refusalsOfOne: () => refusalsOfOne
});
const MOST_NAMED = 20;
async function refusalsOf(changes, live, rules, context) {
	const own = await ownMappings(changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.lt), context);
	const refusals = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.t)(changes, live, {
		...rules,
		own
	});
	if (!refusals.some(({ code }) => code === "last-of-role")) return refusals;
	const { readEnforcement } = await __webpack_require__.e(/* import() | directory */ 488).then(__webpack_require__.bind(__webpack_require__, 7780)).then((n) => n.t);
	const enforced = await readEnforcement(context.client);
	return enforced === void 0 ? refusals : (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.t)(changes, live, {
		...rules,
		own,
		enforced
	});
}
async function refusalsOfOne(change, force, context) {
	return refusalsOf([change], await rolesAround([change], force, context.client), { force }, context);
}
async function rolesAround(changes, force, client) {
	return changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.lt).some(({ roleId, id }) => roleId !== void 0 && !(0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.n)(id, force)) ? client.list("authn") : [];
}
function guarded(refusals, start = "Nothing was changed.") {
	const texts = refusals.slice(0, MOST_NAMED).map(({ text }) => text);
	if (refusals.length > MOST_NAMED) texts.push(`And ${refusals.length - MOST_NAMED} more like these.`);
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("guarded", [start, ...texts].join(" "), { advice: "" });
}
const NONE = { isOwn: () => false };
async function ownMappings(leaving, { client, job }) {
	if (leaving.length === 0) return NONE;
	if (job.identity !== void 0) return ownOfJob(leaving, job.identity.type, job);
	const account = await client.tokenAccount();
	if (account === "none") return NONE;
	if (account !== "unknown") return { isOwn: ({ accountUuid }) => accountUuid === account.uuid };
	return {
		...NONE,
		unknown: {
			covers: () => true,
			why: "Datadog does not say which account the bearer token belongs to."
		}
	};
}
async function ownOfJob(leaving, cloud, job) {
	const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 1903)).then((n) => n.i), Promise.all(/* import() | claims */[__webpack_require__.e(977), __webpack_require__.e(228)]).then(__webpack_require__.bind(__webpack_require__, 7977)).then((n) => n.n)]);
	const caller = await callerOfThisJob(job, cloud);
	if ("problem" in caller) return {
		...NONE,
		unknown: {
			covers: ({ kind }) => kind.startsWith(cloud),
			why: caller.problem
		}
	};
	const { matching, notEvaluated } = await matchCaller(caller, leaving);
	const own = new Set([...matching, ...notEvaluated.map(({ mapping }) => mapping)].map(({ id }) => id));
	return { isOwn: ({ id }) => own.has(id) };
}



/***/ }),

/***/ 692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isForced),
/* harmony export */   t: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/mappings/plan/guards.ts
function isForced(id, force) {
	return force.some((forced) => forced.toLowerCase() === id.toLowerCase());
}
const MOST_NAMED = 20;
function guard(changes, live, rules) {
	const leaving = changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_0__.lt).filter(({ id }) => !isForced(id, rules.force));
	return [
		...tooMany(changes, rules.maxDeletes),
		...tooLarge(changes),
		...ownOnes(leaving, rules.own),
		...lastOfRoles(changes, live).flatMap((mapping) => isForced(mapping.id, rules.force) ? [] : [lastOfRole(mapping, rules.enforced)])
	];
}
function tooMany(changes, maxDeletes = Number.POSITIVE_INFINITY) {
	const deletes = changes.filter(({ action }) => action === "delete");
	const moves = changes.filter((change) => change.action === "update" && losesTarget(change));
	const merges = changes.flatMap((change) => change.action === "replace" ? [change] : []);
	const merged = merges.map(({ live, wanted }) => Math.max(0, live.length - wanted.length));
	const beyond = merged.reduce((sum, count) => sum + count, 0);
	const count = deletes.length + moves.length + beyond;
	if (count <= maxDeletes) return [];
	const list = [
		[deletes.length, "deleted"],
		[moves.length, "moved to another role or team"],
		[beyond, "merged into others"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
	const affected = [
		...deletes,
		...moves,
		...merges.filter((_, index) => merged[index] !== 0)
	];
	return [{
		code: "max-deletes",
		text: `${count} ${count === 1 ? "mapping" : "mappings"} would be removed (${list.join(", ")}), and max-deletes is ${maxDeletes}. Raise max-deletes to allow that.`,
		mappingIds: affected.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_0__.lt).map(({ id }) => id)
	}];
}
function tooLarge(changes) {
	return changes.flatMap((change) => {
		if (change.action !== "replace") return [];
		const { wanted, live } = change;
		if (wanted.length <= 8 && live.length <= 8) return [];
		return [{
			code: "replacement-too-large",
			text: `One replacement would delete ${live.length} and create ${wanted.length} overlapping mappings, and the limit is 8 of each. Do it in steps: change a part of them in the file, apply, then change the rest.`,
			mappingIds: live.map(({ id }) => id)
		}];
	});
}
function ownOnes(leaving, { isOwn, unknown }) {
	const own = leaving.filter(isOwn);
	const refusals = own.map((mapping) => ({
		code: "own-mapping",
		text: `${sentenceStart((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping))} is the mapping that gives this step its own credentials. Use other credentials, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	}));
	if (unknown === void 0) return refusals;
	const possible = leaving.filter((mapping) => unknown.covers(mapping) && !own.includes(mapping)).map(({ id }) => id);
	if (possible.length === 0) return refusals;
	const ids = `${possible.slice(0, MOST_NAMED).join(" ")}${possible.length > MOST_NAMED ? " …" : ""}`;
	const text = `Could not determine which mapping gives this step its own credentials. ${unknown.why} Fix that, use other credentials, or set force: ${ids}.`;
	return [...refusals, {
		code: "own-mapping-unknown",
		text,
		mappingIds: possible
	}];
}
function lastOfRole(mapping, enforced) {
	return {
		code: "last-of-role",
		text: `${sentenceStart((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Zt)(mapping))} is the last AuthN mapping of its role: ${loss(enforced)} Map the role in another way first, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	};
}
function loss(enforced) {
	if (enforced === void 0) return "users could lose the role, and SAML login with it.";
	return enforced ? "the organization enforces its AuthN mappings, so the next SAML login of a user removes every role that no mapping gives, and a user without a role cannot log in." : "the organization does not enforce its AuthN mappings at the moment; once it does, users lose the role, and SAML login with it.";
}
function lastOfRoles(changes, live) {
	const leaving = changes.filter((change) => change.action !== "update" || losesTarget(change)).flatMap(_index_js__WEBPACK_IMPORTED_MODULE_0__.lt);
	const gone = new Set(leaving.map(({ id }) => id));
	const left = new Set(live.filter(({ id }) => !gone.has(id)).map(({ roleId }) => roleId));
	for (const change of changes) if (change.action === "create") left.add(change.wanted.attributes.roleId);
	return leaving.filter(({ roleId }) => roleId !== void 0 && !left.has(roleId));
}
function losesTarget({ wanted, live }) {
	return wanted.attributes.roleId !== live.roleId || wanted.attributes.teamId !== live.teamId;
}
function sentenceStart(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}



/***/ }),

/***/ 9433:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ permissionCount),
/* harmony export */   i: () => (/* binding */ isAdmin),
/* harmony export */   n: () => (/* binding */ dangersInWords),
/* harmony export */   o: () => (/* binding */ powerParts),
/* harmony export */   r: () => (/* binding */ dangersOf),
/* harmony export */   t: () => (/* binding */ accountName)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/mappings/power.ts
const DANGEROUS_PERMISSIONS = {
	org_management: "change the organization and its SAML login",
	user_access_manage: "disable users or change their roles",
	user_access_invite: "invite users",
	service_account_write: "create service accounts with keys",
	api_keys_write: "create API keys",
	api_keys_delete: "delete API keys",
	org_app_keys_write: "change anyone's application keys",
	workload_identity_federation_write: "map more callers to accounts",
	cloud_auth_config_write: "map more callers to accounts",
	manage_integrations: "change integrations and their credentials",
	teams_manage: "change every team"
};
const ADMIN_ROLE = "Datadog Admin Role";
function dangersOf(power) {
	return [...power.roles.filter(isAdmin).map(({ name }) => name), ...power.permissions.filter((name) => Object.hasOwn(DANGEROUS_PERMISSIONS, name))];
}
function isAdmin({ name, managed }) {
	return managed && name === ADMIN_ROLE;
}
function accountName({ uuid, name, email, handle, serviceAccount }) {
	return (serviceAccount ? name || email || handle : email || handle || name) || uuid;
}
function powerParts(power) {
	const { serviceAccount, disabled, roles, permissions, isPartial = false } = power;
	const count = isPartial ? "permissions not all known" : permissionCount(permissions);
	const may = dangersInWords(power);
	return [
		{
			text: natureOf(serviceAccount),
			isDangerous: false
		},
		...disabled ? [{
			text: "disabled",
			isDangerous: true
		}] : [],
		...roles.map((role) => ({
			text: role.name,
			isDangerous: isAdmin(role)
		})),
		{
			text: count,
			isDangerous: false
		},
		...may === "" ? [] : [{
			text: may,
			isDangerous: true
		}]
	];
}
function natureOf(serviceAccount) {
	if (serviceAccount === void 0) return "person or service account";
	return serviceAccount ? "service account" : "person";
}
function permissionCount({ length }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(length || "no", "permission");
}
function dangersInWords({ permissions }) {
	const words = [...new Set(permissions.flatMap((name) => DANGEROUS_PERMISSIONS[name] ?? []))];
	const last = words.pop();
	if (last === void 0) return "";
	return `may ${words.length === 0 ? last : `${words.join(", ")}${words.length > 1 ? "," : ""} and ${last}`}`;
}



/***/ }),

/***/ 300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ retold),
/* harmony export */   n: () => (/* binding */ replacement_exports),
/* harmony export */   r: () => (/* binding */ otherAccount),
/* harmony export */   t: () => (/* binding */ replace)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _conflicts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7923);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(692);




// src/operations/replacement-failures.ts
function listOf(mappings) {
	return mappings.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt).join(" and ");
}
function retold({ reason, advice, cause, isUnsettled }, sentence) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn(reason, sentence, {
		advice,
		cause,
		isUnsettled
	});
}
function heldBy(wanted, holder, cause) {
	const { title, principal } = _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[wanted.kind];
	const sentence = `Could not create the ${title} for ${principal(wanted.attributes)}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(holder)} is in the way.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("conflict", sentence, {
		advice: "If another run created it meanwhile, let only one run at a time change a mapping, for example with concurrency: in the workflow.",
		cause
	}), { mapping: holder });
}
function otherAccount(mapping, reviewed) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("guarded", `Datadog mapped ${mapping.accountIdentifier} to the account ${mapping.accountUuid}, but the look-up before it found the account ${reviewed}.`, { advice: "Give the email or the UUID of the account as account-identifier." });
}
function sentenceOf(refused, remains) {
	return [refused.sentence, ...sentencesOf(remains)].join(" ");
}
function sentencesOf({ leftOver, restored, taken, gone, left, unseen }) {
	const again = restored.length === 1 ? "The old mapping was" : "The old mappings were";
	return [
		...unseen.map(({ kind, attributes }) => `It is unknown whether Datadog created the ${_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].title} for ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind], attributes)}: check with operation: list.`),
		...leftOver.map(({ mapping, isUnsure, why }) => `The new mapping ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(mapping)} ${isUnsure ? "may still be there" : "was not removed"}. ${why}`),
		...taken.map(({ mapping, holder }) => `Not created again: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(mapping)}, because ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(holder)} is in its place.`),
		...gone.map((mapping) => `Someone else deleted ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(mapping)} meanwhile, so it was not created again.`),
		...left.filter(({ isUnsure }) => isUnsure).map(unsettled),
		...restored.length === 0 ? [] : [`${again} created again, as ${listOf(restored)}.`]
	];
}
function undone(refused, sentence, left, known) {
	const unsure = left.filter(({ isUnsure }) => isUnsure);
	const holder = refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.ot ? refused.known.mapping : void 0;
	const all = {
		...holder !== void 0 && { mapping: holder },
		...known,
		changed: known.changed === false && unsure.length > 0 ? "unknown" : known.changed
	};
	const pending = unsure.filter(({ failure, isRead }) => !isRead || failure.reason !== "server-error");
	if (pending.length === 0) return new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(retold(refused, sentence), all);
	const text = `THE MAPPING MAY BE GONE. To restore it if it is, run this action with\n${inputsOf(pending.map(({ mapping }) => mapping))}\n${sentence}`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("mapping-lost", text, {
		advice: "",
		cause: refused
	}), all);
}
function lost(refused, notRestored, isUnsure, remains) {
	const { leftOver, left } = remains;
	const mappings = notRestored.map(({ mapping }) => mapping);
	const were = mappings.length === 1 ? "was" : "were";
	const sentence = [
		isUnsure ? `THE MAPPING MAY BE GONE: ${listOf(mappings)} ${were} deleted, and it is unknown whether the new or the old one was created. Check with operation: list. To restore the old one, run this action with` : `THE MAPPING IS GONE: ${listOf(mappings)} ${were} deleted, and ${leftOver.length + left.length === 0 ? "neither the new nor the old one could be created" : "it could not be created again"}. To restore the old one, run this action with`,
		inputsOf([...mappings, ...left.flatMap(({ isUnsure, mapping }) => isUnsure ? [mapping] : [])]),
		left.length === 0 ? `The new one: ${refused.sentence}` : refused.sentence,
		...notRestored.map(({ failure }) => `The old one: ${failure.sentence}`),
		...sentencesOf(remains)
	].join("\n");
	const [first] = mappings;
	const known = {
		changed: true,
		...first !== void 0 && { mapping: first }
	};
	return new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("mapping-lost", sentence, {
		advice: "",
		cause: refused
	}), known);
}
function unsettled({ mapping, isRead }) {
	const seen = isRead ? " It was still there when it was last read." : "";
	return `It is unknown whether Datadog deleted ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Zt)(mapping)} or will still delete it.${seen}`;
}
function inputsOf(mappings) {
	return mappings.map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ht)(mapping).join("\n")).join("\nand in another step with\n");
}
// src/operations/replacement-conditions.ts
const NEEDED_FOR_DELETE = 2e4;
function purposeOf(live) {
	return `replace ${listOf(live)}`;
}
function requireFew(wanted, live) {
	if (Math.max(wanted.length, live.length) <= 8) return;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("guarded", `Could not ${purposeOf(live)}: ${live.length} mappings would be replaced by ${wanted.length}, and one replacement has at most 8 old and 8 new mappings. Nothing was changed.`, { advice: "Split it into several steps." });
}
function requireTime(client, live, then = "") {
	if (client.timeLeft() >= NEEDED_FOR_DELETE) return;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("timeout", `Could not ${purposeOf(live)}: less than ${NEEDED_FOR_DELETE / 1e3} s of timeout are left, and the action deletes no mapping so close to the deadline.${then}`, { advice: "Raise timeout." });
}
async function requireAccounts(client, wanted, live, journal) {
	const purpose = purposeOf(live);
	const identifiers = wanted.flatMap(({ kind, attributes: { accountIdentifier } }) => _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].persona && accountIdentifier !== void 0 ? [accountIdentifier] : []);
	const uuids = /* @__PURE__ */ new Map();
	await Promise.all([...new Set(identifiers)].map(async (identifier) => {
		const found = await client.findAccount(identifier);
		if (found.status === "forbidden") journal.say(`Could not check whether the account ${identifier} exists and is enabled: that needs ${_index_js__WEBPACK_IMPORTED_MODULE_1__.x}. Continuing without this check.`);
		else if (found.status === "missing") throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("not-found", `Could not ${purpose}: no Datadog account has the email, handle or UUID ${identifier}. Nothing was changed.`, { advice: "Correct account-identifier." });
		else if (found.value.disabled) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("invalid-input", `Could not ${purpose}: the Datadog account ${identifier} is disabled. Nothing was changed.`, { advice: "Enable the account, or give another one as account-identifier." });
		else if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.yn)(identifier) && found.value.serviceAccount === false) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("invalid-input", `Could not ${purpose}: ${identifier} is the UUID of a person, and Datadog maps only service accounts by UUID. Nothing was changed.`, { advice: "Give the email of the person, or a service account." });
		else uuids.set(identifier, found.value.uuid);
	}));
	return uuids;
}
async function requireRestorable(client, { wanted, live, then }) {
	const { whyNotMapped } = await Promise.all(/* import() | change */[__webpack_require__.e(561), __webpack_require__.e(247)]).then(__webpack_require__.bind(__webpack_require__, 6534));
	const reasonFor = async (identifiers) => {
		for (const identifier of new Set(identifiers)) {
			const why = identifier === void 0 ? void 0 : await whyNotMapped(client, identifier).catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Fn);
			if (why !== void 0) return why;
		}
	};
	const ofNew = await reasonFor(wanted.map(({ attributes }) => attributes.accountIdentifier));
	if (ofNew === void 0) return;
	const ofOld = await reasonFor(live.map(({ accountUuid, accountIdentifier }) => accountUuid ?? accountIdentifier));
	if (ofOld === void 0) return;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.Mn("forbidden", `Could not ${purposeOf(live)}: Datadog would refuse to create the new mapping, and also to create the old one again. The new account: ${ofNew.text} The old account: ${ofOld.text}${then}`, { advice: ofNew.advice ?? "Use the credentials of an account that has these permissions." });
}
// src/operations/replacement-undo.ts
async function removeCreated(client, created) {
	const left = [];
	await Promise.all(created.map(async (mapping) => {
		try {
			if (!client.isOwn(mapping)) left.push({
				mapping,
				isUnsure: true,
				why: "It may be the mapping of another run, so it was not removed."
			});
			else if (!await client.delete(mapping.kind, mapping.id)) left.push({
				mapping,
				isUnsure: true,
				why: "Datadog did not find it when the step tried to remove it."
			});
		} catch (thrown) {
			const failure = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown);
			left.push({
				mapping,
				isUnsure: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.In)(failure),
				why: failure.sentence
			});
		}
	}));
	return left;
}
async function recreate(client, deleted, inPlaceOf) {
	const restored = [];
	const taken = [];
	const notRestored = [];
	await Promise.all(deleted.map(async (mapping) => {
		try {
			restored.push(await client.create(mapping.kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.mt)(mapping)));
		} catch (thrown) {
			const failure = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown);
			const holder = await inPlaceOf(mapping, failure);
			if (holder === void 0) notRestored.push({
				mapping,
				failure
			});
			else taken.push({
				mapping,
				holder
			});
		}
	}));
	return {
		restored,
		taken,
		notRestored
	};
}
// src/operations/replacement.ts
var replacement_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ replace: () => replace });
const NOTHING = " Nothing was changed.";
const END_OF_DELETE = 4e3;
const END_OF_CREATE = 5e3;
async function replace(replacement, context) {
	const { wanted, live } = replacement;
	requireFew(wanted, live);
	requireTime(context.client, live, NOTHING);
	return new Run(replacement, await requireAccounts(context.client, wanted, live, context.journal), context).run();
}
var Run = class {
	#wanted;
	#live;
	#accounts;
	#client;
	#journal;
	#rest;
	#present = /* @__PURE__ */ new Map();
	#created = [];
	#deleted = [];
	#refused = /* @__PURE__ */ new Map();
	#gone = [];
	#unseen = /* @__PURE__ */ new Map();
	#deletesFirst;
	constructor({ wanted, live }, accounts, { client, journal }) {
		this.#wanted = wanted;
		this.#live = live;
		this.#accounts = accounts;
		this.#client = client;
		this.#journal = journal;
		this.#rest = client.secondHalf(_index_js__WEBPACK_IMPORTED_MODULE_1__["in"]);
		this.#deletesFirst = wanted.some((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.w)(one.kind, one.attributes, live).excluding.length > 0);
	}
	async run() {
		if (this.#deletesFirst) return this.#deleteAndCreate();
		const refused = await this.#create(this.#client);
		if (refused === void 0) return this.#deleteOld();
		const isInTheWay = this.#missing().every((wanted) => this.#isInTheWay(wanted));
		if (refused.reason !== "conflict" || refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.ot || !isInTheWay) return this.#giveUp(refused);
		this.#journal.say("Datadog does not accept the new mapping next to the old one, so the old one is deleted first.");
		this.#deletesFirst = true;
		return this.#deleteAndCreate();
	}
	async #deleteOld() {
		const { mappings } = this.#replaced();
		const made = `${this.#created.length > 0 ? "The new mapping was created" : "Another run created the new mapping"}: ${listOf(mappings)}.`;
		try {
			requireTime(this.#client, this.#live);
			for (const mapping of this.#live) await this.#journal.keep(mapping);
		} catch (thrown) {
			const failure = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown);
			throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(retold(failure, `${made} The old one was not deleted. ${failure.sentence}`), {
				changed: this.#replaced().changed,
				...mappingOf(mappings)
			});
		}
		const left = await this.#delete(this.#rest);
		const [first] = left;
		if (first === void 0) return this.#replaced();
		const [unsure, there] = [true, false].map((isUnsure) => left.filter((one) => one.isUnsure === isUnsure).map(({ mapping }) => mapping));
		const what = [...unsure.length > 0 ? [`It is unknown whether Datadog deleted ${listOf(unsure)}.`] : [], ...there.length > 0 ? [`The old one was not deleted: ${listOf(there)}.`] : []];
		const { changed } = this.#replaced();
		throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.ot(retold(first.failure, [
			made,
			...what,
			first.failure.sentence
		].join(" ")), {
			changed: changed === false && unsure.length > 0 ? "unknown" : changed,
			...mappingOf(mappings)
		});
	}
	async #deleteAndCreate() {
		const then = this.#created.length === 0 ? NOTHING : "";
		try {
			await requireRestorable(this.#client, {
				wanted: this.#missing(),
				live: this.#live,
				then
			});
			requireTime(this.#client, this.#live, then);
			for (const mapping of this.#live) await this.#journal.keep(mapping);
			const stopped = this.#client.stopped();
			if (stopped !== void 0) throw retold(stopped, `Could not ${purposeOf(this.#live)}: ${stopped.why}.${then}`);
		} catch (thrown) {
			return this.#giveUp((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown));
		}
		const creating = this.#client.secondHalf(END_OF_CREATE);
		const left = await this.#delete(this.#client.secondHalf(END_OF_DELETE));
		const [first] = left;
		if (first !== void 0) return this.#giveUp(first.failure, left);
		const refused = await this.#create(creating);
		return refused === void 0 ? this.#replaced() : this.#giveUp(refused);
	}
	async #delete(client) {
		const left = [];
		await Promise.all(this.#live.map(async (mapping) => {
			try {
				(await client.delete(mapping.kind, mapping.id) ? this.#deleted : this.#gone).push(mapping);
			} catch (thrown) {
				const failure = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown);
				const isUnsure = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.In)(failure);
				const isGone = isUnsure && await this.#isGone(mapping);
				if (isGone === true) (failure.reason === "not-found" ? this.#gone : this.#deleted).push(mapping);
				else left.push({
					mapping,
					failure,
					isUnsure,
					isRead: isGone === false
				});
			}
		}));
		return left;
	}
	async #isGone(mapping) {
		try {
			const left = this.#live.length > 1 ? _index_js__WEBPACK_IMPORTED_MODULE_1__["in"] - END_OF_CREATE : 0;
			return await this.#rest.waitUntilGone(mapping.kind, mapping.id, {
				milliseconds: _index_js__WEBPACK_IMPORTED_MODULE_1__["in"],
				left
			});
		} catch {
			return "unread";
		}
	}
	async #create(client) {
		const failures = [];
		await Promise.all(this.#missing().map(async (wanted) => {
			try {
				const mapping = await client.create(wanted.kind, wanted.attributes);
				this.#created.push(mapping);
				const reviewed = this.#accounts.get(wanted.attributes.accountIdentifier ?? "");
				if (reviewed !== void 0 && mapping.accountUuid !== void 0 && mapping.accountUuid !== reviewed) failures.push(otherAccount(mapping, reviewed));
				else this.#present.set(wanted, mapping);
			} catch (thrown) {
				const failure = await this.#judge(wanted, (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn)(thrown)).catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Nn);
				if (failure === void 0) return;
				failures.push(failure);
				this.#refused.set(failure, wanted);
			}
		}));
		return failures.find(({ reason }) => reason !== "conflict") ?? failures[0];
	}
	async #judge(wanted, failure) {
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.In)(failure)) {
			const found = await this.#rest.findEqual(wanted.kind, wanted.attributes).catch(() => void 0);
			if (found === void 0) {
				if (failure.isUnsettled) this.#unseen.set(wanted, failure);
				return failure;
			}
			this.#present.set(wanted, found);
			this.#created.push(found);
			return;
		}
		if (failure.reason !== "conflict") return failure;
		const isLeaving = ({ id }) => this.#live.some((live) => live.id === id);
		const holder = await (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__.n)(this.#rest, wanted, failure, isLeaving);
		if (holder === void 0) return (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__.i)(failure);
		if (await this.#takes(wanted, holder)) return void 0;
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.w)(wanted.kind, wanted.attributes, [holder]).excluding.length > 0 || this.#deletesFirst || !this.#isInTheWay(wanted) ? heldBy(wanted, holder, failure) : failure;
	}
	async #takes(wanted, holder) {
		const { kind, attributes } = wanted;
		const isEqual = (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__.r)(wanted, holder) && await this.#rest.isSameAccount(kind, attributes, holder) === true;
		if (isEqual) this.#present.set(wanted, holder);
		return isEqual;
	}
	async #giveUp(first, left = []) {
		const leftOver = await removeCreated(this.#rest, this.#created);
		if (this.#deleted.length > 0) this.#journal.say(`${first.sentence} Creating the old mapping again.`);
		const { restored, taken, notRestored } = await recreate(this.#rest, this.#deleted, (mapping, failure) => this.#inPlaceOf(mapping, failure));
		const subject = this.#refused.get(first);
		const refused = subject === void 0 ? first : await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.j)(this.#client, subject, first);
		if (this.#missing().length === 0 && restored.length + notRestored.length + left.length === 0) return this.#replaced();
		const isUnsure = [refused, ...notRestored.map(({ failure }) => failure)].some((failure) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.In)(failure) || failure.reason === "conflict" && notRestored.length > 0);
		const unseen = this.#missing().filter((wanted) => this.#unseen.has(wanted));
		const unsaid = unseen.filter((wanted) => this.#unseen.get(wanted) !== first);
		const remains = {
			leftOver,
			restored,
			taken,
			gone: this.#gone,
			left,
			unseen: unsaid
		};
		if (notRestored.length > 0) throw lost(refused, notRestored, isUnsure || unseen.length > 0, remains);
		throw undone(refused, sentenceOf(refused, remains), left, {
			changed: this.#deleted.length > 0 || leftOver.some(({ isUnsure }) => !isUnsure) || (unseen.length + leftOver.length > 0 ? "unknown" : false),
			...mappingOf([
				...restored,
				...taken.map(({ holder }) => holder),
				...left.map(({ mapping }) => mapping)
			])
		});
	}
	async #inPlaceOf(mapping, failure) {
		const old = {
			kind: mapping.kind,
			attributes: mapping
		};
		try {
			const isOurs = (one) => this.#created.some(({ id }) => id === one.id);
			const holder = await (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__.n)(this.#rest, old, failure, isOurs);
			if (holder === void 0) return void 0;
			for (const wanted of this.#missing()) await this.#takes(wanted, holder);
			return failure.reason === "conflict" || (0,_conflicts_js__WEBPACK_IMPORTED_MODULE_2__.r)(old, holder) || this.#missing().length === 0 ? holder : void 0;
		} catch {
			return;
		}
	}
	#isInTheWay({ kind, attributes }) {
		const { excluding, overlapping } = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.w)(kind, attributes, this.#live);
		return excluding.length + overlapping.length > 0;
	}
	#missing() {
		return this.#wanted.filter((wanted) => !this.#present.has(wanted));
	}
	#replaced() {
		return {
			mappings: this.#wanted.flatMap((wanted) => this.#present.get(wanted) ?? []),
			changed: this.#deleted.length > 0 || this.#created.some((mapping) => this.#client.isOwn(mapping)) || (this.#created.length > 0 ? "unknown" : false)
		};
	}
};
function mappingOf([mapping]) {
	return mapping === void 0 ? {} : { mapping };
}



/***/ })

};
;