"use strict";
exports.id = 413;
exports.ids = [413,780,684,692];
exports.modules = {

/***/ 7780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readSettings),
/* harmony export */   n: () => (/* binding */ noEffectOf),
/* harmony export */   r: () => (/* binding */ readNoEffect),
/* harmony export */   t: () => (/* binding */ authn_effect_exports)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);


// src/operations/authn-effect.ts
var authn_effect_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	noEffectOfOne: () => noEffectOfOne,
	readEnforcement: () => readEnforcement
});
async function readNoEffect(client, wanted) {
	if (wanted.length === 0) return {
		ofAny: [],
		ofTeams: []
	};
	const { enforced, teamsAreManual } = await readSettings(client, { teams: wanted.some(({ teamId }) => teamId !== void 0) });
	return {
		ofAny: enforced === false ? ["The organization does not enforce AuthN mappings, so this one has no effect until it does."] : [],
		ofTeams: teamsAreManual ? ["The organization adds members to teams only manually, so this mapping has no effect until teams take their members from SAML."] : []
	};
}
async function readSettings(client, { teams }) {
	const { organization } = await client.directory();
	const [enforced, sources] = await Promise.all([readEnforcement(client), teams ? organization.teamSources().catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.i) : void 0]);
	return {
		enforced,
		teamsAreManual: sources === "manually"
	};
}
async function readEnforcement(client) {
	const { organization } = await client.directory();
	return organization.enforcesMappings().catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.i);
}
function noEffectOf({ ofAny, ofTeams }, { teamId }) {
	return teamId === void 0 ? ofAny : [...ofTeams, ...ofAny];
}
async function noEffectOfOne(client, attributes) {
	return noEffectOf(await readNoEffect(client, [attributes]), attributes);
}



/***/ }),

/***/ 9618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ prefixProblem),
/* harmony export */   n: () => (/* binding */ expectedIn),
/* harmony export */   r: () => (/* binding */ isInScope),
/* harmony export */   t: () => (/* binding */ disagreements)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4450);
/* harmony import */ var _arn_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9824);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1364);




// src/mappings/file/scope.ts
function isInScope(scope, mapping) {
	const kind = scope[mapping.kind];
	if (kind === void 0) return false;
	const { accounts, patternPrefixes, repositories, attributeKeys } = kind;
	const { arnPattern = "", attributeKey = "", claims = {} } = mapping;
	const tests = [
		accounts?.includes((0,_arn_pattern_js__WEBPACK_IMPORTED_MODULE_1__.t)(arnPattern) ?? ""),
		patternPrefixes?.some((prefix) => arnPattern.startsWith(prefix)),
		repositories?.some((repository) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_2__.o)(claims[/^\d+$/.test(repository) ? "repository_id" : "repository"]) === repository),
		attributeKeys?.includes(attributeKey)
	].filter((test) => test !== void 0);
	return tests.length > 0 && tests.every(Boolean);
}
const EXAMPLE = "arn:aws:sts::123456789012:assumed-role/ci-";
const RESOURCES = {
	sts: [{
		start: "assumed-role/",
		rest: /^[^/*]*(\/([^/*]*|\*))?$/
	}, {
		start: "federated-user/",
		rest: /^[^/*]*$/
	}],
	iam: [{
		start: "user/",
		rest: /^([^/*]*|([^/*]+\/)+([^/*]*|\*))$/
	}]
};
function prefixProblem(text) {
	if (!text.startsWith("arn:") || /\s/.test(text)) return `"${text}" is not the beginning of an ARN pattern, such as ${EXAMPLE}.`;
	const [, partition = "", service, region, account, ...rest] = text.split(":");
	if (service === void 0 || !Object.hasOwn(RESOURCES, service)) return service === void 0 || service === "" || ["sts", "iam"].some((name) => name.startsWith(service)) ? `"${text}" is the beginning of every ARN pattern. Go on to the account number at least, as in ${EXAMPLE}.` : neverMatches(text, `only patterns of sts and iam can be mapped. Write a prefix such as ${EXAMPLE}.`);
	if (region !== void 0 && region !== "") return neverMatches(text, "the ARNs of sts and iam have no region.");
	if (account !== void 0 && !(rest.length > 0 ? /^\d{12}$/ : /^\d{0,12}$/).test(account)) return neverMatches(text, "an account number has 12 digits.");
	return rest.length === 0 ? void 0 : resourceProblem(text, {
		partition,
		service,
		account
	}, rest.join(":"));
}
function resourceProblem(text, { partition, service, account }, resource) {
	const role = /^role\/(?:.*\/)?([^/*]*)/.exec(resource);
	if (service === "iam" && role !== null) return neverMatches(text, `the pattern of an IAM role is the one of its sessions. Write ${`arn:${partition}:sts::${account}:assumed-role/${role[1]}`}.`);
	if ((RESOURCES[service] ?? []).some(({ start, rest }) => resource.startsWith(start) ? rest.test(resource.slice(start.length)) : start.startsWith(resource))) return void 0;
	return /[*?]/.test(resource) ? neverMatches(text, `a prefix is compared letter by letter, and a pattern has a wildcard only as "/*" at its end. Write ${text.replace(/[*?].*$/, "")}.`) : neverMatches(text, `no caller has such an ARN. Write a prefix such as ${EXAMPLE}.`);
}
function neverMatches(text, why) {
	return `"${text}" never matches: ${why}`;
}
// src/mappings/expected.ts
const DESCRIBING_NAMES = [
	"accountUuid",
	"roleName",
	"teamName"
];
function expectedIn(entry) {
	const expected = {};
	for (const name of DESCRIBING_NAMES) {
		const value = entry[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(name)];
		if (typeof value === "string" && value !== "") expected[name] = value;
	}
	return Object.keys(expected).length > 0 ? { expected } : {};
}
function disagreements(expected, found) {
	return DESCRIBING_NAMES.flatMap((name) => {
		const [wanted, known] = [expected[name], found[name]];
		if (wanted === void 0 || known === void 0) return [];
		if (name === "accountUuid" ? wanted.toLowerCase() === known.toLowerCase() : wanted === known) return [];
		return [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(name)} is "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(wanted)}", and Datadog says "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(known)}". Correct it, or leave it out.`];
	});
}



/***/ }),

/***/ 5684:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ rolesAround),
/* harmony export */   i: () => (/* binding */ refusalsOfOne),
/* harmony export */   n: () => (/* binding */ guarded_exports),
/* harmony export */   r: () => (/* binding */ refusalsOf),
/* harmony export */   t: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(692);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6089);




// src/operations/guarded.ts
var guarded_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	guarded: () => guarded,
	refusalsOfOne: () => refusalsOfOne
});
const MOST_NAMED = 20;
async function refusalsOf(changes, live, rules, context) {
	const own = await ownMappings(changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_3__.it), context);
	const refusals = (0,_guards_js__WEBPACK_IMPORTED_MODULE_2__.t)(changes, live, {
		...rules,
		own
	});
	if (!refusals.some(({ code }) => code === "last-of-role")) return refusals;
	const { readEnforcement } = await __webpack_require__.e(/* import() */ 780).then(__webpack_require__.bind(__webpack_require__, 7780)).then((n) => n.t);
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
	return changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_3__.it).some(({ roleId, id }) => roleId !== void 0 && !force.includes(id)) ? client.list("authn") : [];
}
function guarded(refusals, start = "Nothing was executed.") {
	const texts = refusals.slice(0, MOST_NAMED).map(({ text }) => text);
	if (refusals.length > MOST_NAMED) texts.push(`And ${refusals.length - MOST_NAMED} more like these.`);
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", [start, ...texts].join(" "), { advice: "" });
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
	const [{ callerOfThisJob }, { matchCaller }] = await Promise.all([__webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 1903)).then((n) => n.i), __webpack_require__.e(/* import() */ 205).then(__webpack_require__.bind(__webpack_require__, 5205)).then((n) => n.t)]);
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
/* harmony export */   t: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


const MOST_NAMED = 20;
function guard(changes, live, rules) {
	const forced = new Set(rules.force);
	const leaving = changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it).filter(({ id }) => !forced.has(id));
	return [
		...tooMany(changes, rules.maxDeletes),
		...tooLarge(changes),
		...ownOnes(leaving, rules.own),
		...lastOfRoles(changes, live).flatMap((mapping) => forced.has(mapping.id) ? [] : [lastOfRole(mapping, rules.enforced)])
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
		text: `${count} ${count === 1 ? "mapping" : "mappings"} would lose ${count === 1 ? "its" : "their"} place (${list.join(", ")}), and max-deletes is ${maxDeletes}. Raise max-deletes to allow that.`,
		mappingIds: affected.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it).map(({ id }) => id)
	}];
}
function tooLarge(changes) {
	return changes.flatMap((change) => {
		if (change.action !== "replace") return [];
		const { wanted, live } = change;
		if (wanted.length <= 8 && live.length <= 8) return [];
		return [{
			code: "replacement-too-large",
			text: `One replacement would delete ${live.length} and create ${wanted.length} overlapping mappings, and 8 each is the limit. Go in steps: change a part of them in the file, apply, then change the rest.`,
			mappingIds: live.map(({ id }) => id)
		}];
	});
}
function ownOnes(leaving, { isOwn, unknown }) {
	const own = leaving.filter(isOwn);
	const refusals = own.map((mapping) => ({
		code: "own-mapping",
		text: `${sentenceStart((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.s)(mapping))} is the mapping that this step's own credentials come from. Use other credentials, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	}));
	if (unknown === void 0) return refusals;
	const possible = leaving.filter((mapping) => unknown.covers(mapping) && !own.includes(mapping)).map(({ id }) => id);
	if (possible.length === 0) return refusals;
	const ids = `${possible.slice(0, MOST_NAMED).join(" ")}${possible.length > MOST_NAMED ? " …" : ""}`;
	const text = `Could not determine which mapping this step's own credentials come from. ${unknown.why} Fix that, use other credentials, or set force: ${ids}.`;
	return [...refusals, {
		code: "own-mapping-unknown",
		text,
		mappingIds: possible
	}];
}
function lastOfRole(mapping, enforced) {
	return {
		code: "last-of-role",
		text: `${sentenceStart((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.s)(mapping))} is the last AuthN mapping of its role: ${loss(enforced)} Map the role otherwise first, or set force: ${mapping.id}.`,
		mappingIds: [mapping.id]
	};
}
function loss(enforced) {
	if (enforced === void 0) return "users could lose the role, and SAML login with it.";
	return enforced ? "the organization enforces its AuthN mappings, so the next SAML login of a user removes every role that no mapping gives, and a user without a role cannot log in." : "the organization does not enforce its AuthN mappings at the moment; once it does, users lose the role, and SAML login with it.";
}
function lastOfRoles(changes, live) {
	const leaving = changes.filter((change) => change.action !== "update" || losesTarget(change)).flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it);
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

/***/ 5904:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9618);

// src/mappings/file/ignore.ts
function isIgnored(ignore, mapping) {
	if (ignore === void 0) return false;
	const { kind, id } = mapping;
	const rule = ignore.kinds[kind];
	return rule === "all" || ignore.mappingIds.some((ignored) => ignored.toLowerCase() === id?.toLowerCase()) || rule !== void 0 && (0,_expected_js__WEBPACK_IMPORTED_MODULE_0__.r)({ [kind]: rule }, {
		...mapping,
		id: id ?? ""
	});
}



/***/ }),

/***/ 6241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planDigest),
/* harmony export */   i: () => (/* binding */ placeText),
/* harmony export */   n: () => (/* binding */ changeLine),
/* harmony export */   o: () => (/* binding */ rulesHash),
/* harmony export */   r: () => (/* binding */ liveLine),
/* harmony export */   s: () => (/* binding */ wantedLine),
/* harmony export */   t: () => (/* binding */ canonical)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_2__);



// src/mappings/plan/plan-digest.ts
const DIGEST_FORMAT = 1;
function placeText({ site, orgUuid }) {
	return orgUuid === void 0 ? site : `${site} (org ${orgUuid})`;
}
function rulesHash({ scope, policy, ignore }) {
	return sha256(canonical({
		scope,
		policy,
		ignore
	}));
}
function planDigest({ site, orgUuid, rules }, changes) {
	const lines = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)({ changes }).map(changeLine).sort();
	return sha256(canonical([
		DIGEST_FORMAT,
		site,
		orgUuid?.toLowerCase() ?? null,
		rules,
		{ lines }
	]));
}
function changeLine(change) {
	return JSON.stringify([
		change.action,
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(wantedLine).sort(),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(liveLine).sort()
	]);
}
function wantedLine({ kind, attributes, accountUuid }) {
	if (accountUuid === void 0) return canonical([kind, attributes]);
	return canonical([kind, {
		...attributes,
		accountIdentifier: accountUuid.toLowerCase()
	}]);
}
function liveLine(live) {
	const account = live.accountUuid ?? live.accountIdentifier;
	return JSON.stringify([
		live.kind,
		(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[live.kind], live),
		live.id,
		account?.toLowerCase() ?? null
	]);
}
function sha256(text) {
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.createHash)("sha256").update(text).digest("hex");
}
function canonical(value, isMember = false) {
	if (Array.isArray(value)) {
		const items = value.map((item) => canonical(item));
		return `[${(isMember ? items.sort() : items).join(",")}]`;
	}
	if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
	return `{${Object.entries(value).filter(([, member]) => member !== void 0).sort(([a], [b]) => a < b ? -1 : 1).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member, true)}`).join(",")}}`;
}



/***/ }),

/***/ 8413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ planOf),
/* harmony export */   computePlan: () => (/* binding */ computePlan),
/* harmony export */   i: () => (/* binding */ compare),
/* harmony export */   judge: () => (/* binding */ judge),
/* harmony export */   n: () => (/* binding */ readPowers),
/* harmony export */   plan: () => (/* binding */ plan),
/* harmony export */   planSummary: () => (/* binding */ planSummary),
/* harmony export */   policyWarnings: () => (/* binding */ policyWarnings),
/* harmony export */   r: () => (/* binding */ withAccounts),
/* harmony export */   t: () => (/* binding */ review)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5904);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6241);
/* harmony import */ var _expected_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9618);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3819);
/* harmony import */ var _guarded_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5684);
/* harmony import */ var _authn_effect_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7780);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1513);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1364);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9433);












// src/operations/agreement.ts
const MOST_TOLD = 20;
function requireAgreement({ paths, mappings }, changes, powers = /* @__PURE__ */ new Map()) {
	if (!mappings.some(({ expected }) => expected !== void 0)) return;
	const entries = new Map(mappings.map((mapping) => [mapping, mapping]));
	const mistakes = changes.flatMap((change) => {
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).flatMap((wanted) => {
			const { expected, place } = entries.get(wanted) ?? {};
			if (expected === void 0) return [];
			const found = change.action === "unchanged" ? change.live : foundOf(wanted, powers);
			return (0,_expected_js__WEBPACK_IMPORTED_MODULE_5__.t)(expected, found).map((text) => `${place}: ${text}`);
		});
	});
	if (mistakes.length === 0) return;
	const more = mistakes.length > MOST_TOLD ? [`and ${mistakes.length - MOST_TOLD} more like these.`] : [];
	const list = [...mistakes.slice(0, MOST_TOLD), ...more].join("\n");
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("invalid-input", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ot)(paths)} ${paths.length === 1 ? "does" : "do"} not agree with Datadog.\n${list}`, { advice: "" });
}
function foundOf({ attributes: { accountIdentifier = "", roleId = "" } }, powers) {
	const [account, role] = [powers.get(accountIdentifier), powers.get(roleId)];
	return {
		...account !== void 0 && "uuid" in account && { accountUuid: account.uuid },
		...role !== void 0 && "name" in role && role.name !== void 0 && { roleName: role.name }
	};
}
// src/mappings/plan/planning.ts
function planChanges(pairing, rules) {
	const { pairs, unpaired } = pairing;
	const surplus = new Map([...pairs.flatMap(({ duplicates }) => duplicates), ...unpaired].filter((mapping) => rules.prune(mapping)).map((mapping) => [mapping.id, mapping]));
	const neighbors = new _collisions_js__WEBPACK_IMPORTED_MODULE_6__.t(pairing.live);
	const fresh = pairs.flatMap(({ wanted, live }) => live === void 0 ? [wanted] : []);
	const peers = new _collisions_js__WEBPACK_IMPORTED_MODULE_6__.t(fresh.map(({ kind, attributes }) => ({
		kind,
		...attributes
	})));
	const moves = authnMoves(fresh, surplus);
	const groups = replacementGroups(fresh, surplus, neighbors);
	const grouped = new Set([...groups.values()].flatMap(({ live }) => live.map(({ id }) => id)));
	const moved = new Set([...moves.values()].map(({ id }) => id));
	const setting = {
		surplus,
		neighbors,
		peers,
		present: attributePairs(pairing.live.filter(({ id }) => !surplus.has(id)))
	};
	const told = /* @__PURE__ */ new Set();
	const changes = pairs.flatMap(({ wanted, live, duplicates }) => {
		if (live !== void 0) return [{
			...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.l)(wanted, live, rules),
			notes: duplicates.map((one) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.m)(one, surplus.has(one.id)))
		}];
		const move = moves.get(wanted);
		if (move !== void 0) return [{
			action: "update",
			wanted,
			live: move,
			notes: []
		}];
		const group = groups.get(wanted);
		if (group === void 0) return [planCreate(wanted, setting)];
		if (told.has(group)) return [];
		told.add(group);
		const notes = group.wanted.flatMap((one) => overlapNotes(one, setting));
		return [{
			action: "replace",
			wanted: group.wanted,
			live: group.live,
			notes
		}];
	});
	for (const mapping of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.y)(surplus.values())) if (!grouped.has(mapping.id) && !moved.has(mapping.id)) changes.push({
		action: "delete",
		live: mapping,
		notes: []
	});
	return {
		changes,
		pairing
	};
}
function planCreate(wanted, setting) {
	const { kind, attributes } = wanted;
	const [excluding] = setting.neighbors.find(kind, attributes).excluding;
	const notes = [...overlapNotes(wanted, setting), ...kind === "authn" ? (setting.present.get(attributePair(attributes)) ?? []).map(_index_js__WEBPACK_IMPORTED_MODULE_1__.p) : []];
	if (excluding === void 0) return {
		action: "create",
		wanted,
		notes
	};
	return {
		action: "blocked",
		wanted,
		live: excluding,
		code: "excluded",
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.h)(excluding),
		notes
	};
}
function overlapNotes(wanted, { surplus, neighbors, peers }) {
	const { kind, attributes } = wanted;
	return [...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.y)(neighbors.find(kind, attributes).overlapping).filter(({ id }) => !surplus.has(id)), ...peers.find(kind, attributes).overlapping].map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.g)(wanted, mapping));
}
function replacementGroups(fresh, surplus, neighbors) {
	const inTheWay = /* @__PURE__ */ new Map();
	const heirs = /* @__PURE__ */ new Map();
	for (const wanted of fresh) {
		const { excluding, overlapping } = neighbors.find(wanted.kind, wanted.attributes);
		if (excluding.some(({ id }) => !surplus.has(id))) continue;
		const leaving = [...excluding, ...overlapping].filter(({ id }) => surplus.has(id));
		inTheWay.set(wanted, leaving);
		for (const { id } of leaving) (0,_collisions_js__WEBPACK_IMPORTED_MODULE_6__.r)(heirs, id, wanted);
	}
	const groups = /* @__PURE__ */ new Map();
	for (const start of inTheWay.keys()) {
		if (groups.has(start) || inTheWay.get(start)?.length === 0) continue;
		const wanted = /* @__PURE__ */ new Set([start]);
		const live = /* @__PURE__ */ new Map();
		for (const one of wanted) for (const mapping of inTheWay.get(one) ?? []) {
			live.set(mapping.id, mapping);
			for (const heir of heirs.get(mapping.id) ?? []) wanted.add(heir);
		}
		const ordered = fresh.filter((one) => wanted.has(one));
		const group = {
			wanted: ordered,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.y)(live.values())
		};
		for (const one of ordered) groups.set(one, group);
	}
	return groups;
}
function authnMoves(fresh, surplus) {
	const free = attributePairs(surplus.values());
	const moves = /* @__PURE__ */ new Map();
	const wanted = fresh.filter(({ kind }) => kind === "authn").map((one) => ({
		one,
		key: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.v)(one.kind, one.attributes)
	})).sort((a, b) => a.key < b.key ? -1 : 1);
	for (const { one } of wanted) {
		const candidates = free.get(attributePair(one.attributes)) ?? [];
		const index = candidates.findIndex(({ roleId }) => roleId === void 0 === (one.attributes.roleId === void 0));
		const [move] = index === -1 ? [] : candidates.splice(index, 1);
		if (move !== void 0) moves.set(one, move);
	}
	return moves;
}
function attributePairs(mappings) {
	const index = /* @__PURE__ */ new Map();
	const authn = [...mappings].filter(({ kind }) => kind === "authn");
	for (const mapping of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.y)(authn)) (0,_collisions_js__WEBPACK_IMPORTED_MODULE_6__.r)(index, attributePair(mapping), mapping);
	return index;
}
function attributePair({ attributeKey, attributeValue }) {
	return JSON.stringify([attributeKey, attributeValue]);
}
// src/operations/compare.ts
async function compare(desired, { client }, breadth) {
	const kinds = kindsOf(desired);
	const others = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d.filter((kind) => breadth === "all" && !kinds.includes(kind));
	const [live, rest] = await Promise.all([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.a)(client, kinds), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.o)(client, others)]);
	const listed = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.b)(desired.mappings, live);
	refuseIgnored(desired, listed);
	const fresh = listed.pairs.flatMap(({ wanted, live: present }) => present === void 0 ? [wanted.kind] : []);
	const more = [...rest.live, ...breadth === "all" ? [] : await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.c)(client, fresh, kinds)];
	const pairing = {
		...listed,
		unpaired: [...listed.unpaired, ...more],
		live: [...listed.live, ...more]
	};
	const unread = rest.unread.filter(({ kind }) => desired.ignore?.kinds[kind] !== "all");
	return {
		pairing,
		sameAccount: await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.i)(client, pairing),
		...breadth === "all" && { unread }
	};
}
function refuseIgnored({ ignore, paths, mappings }, { pairs }) {
	const ignored = pairs.filter(({ wanted, live }) => (0,_ignore_js__WEBPACK_IMPORTED_MODULE_2__.t)(ignore, {
		...wanted.attributes,
		...live,
		kind: wanted.kind
	}));
	if (ignored.length === 0) return;
	const entries = new Map(mappings.map((mapping) => [mapping, mapping]));
	const list = ignored.slice(0, MOST_NAMED$1).map(({ wanted, live }) => {
		const text = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[wanted.kind], wanted.attributes);
		const facts = [live?.id, entries.get(wanted)?.place].filter((fact) => fact !== void 0);
		return facts.length === 0 ? text : `${text} (${facts.join(", ")})`;
	});
	const rest = ignored.length > MOST_NAMED$1 ? ` and ${ignored.length - MOST_NAMED$1} more` : "";
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("invalid-input", `file: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ot)(paths)} both ${paths.length === 1 ? "names and ignores" : "name and ignore"} these mappings: ${list.join(", ")}${rest}. Nothing was changed.`, { advice: "Remove them from mappings, or from ignore." });
}
const MOST_NAMED$1 = 20;
function planOf({ pairing, sameAccount }, { scope, prune, ignore }) {
	return planChanges(pairing, {
		sameAccount,
		prune: (mapping) => prune && (0,_expected_js__WEBPACK_IMPORTED_MODULE_5__.r)(scope, mapping) && !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_2__.t)(ignore, mapping)
	});
}
function kindsOf(desired) {
	const named = /* @__PURE__ */ new Set([...desired.mappings.map(({ kind }) => kind), ...Object.keys(desired.scope)]);
	return _kinds_js__WEBPACK_IMPORTED_MODULE_3__.d.filter((kind) => named.has(kind));
}
// src/operations/granted-power.ts
async function readPowers(client, changes, { unchanged }) {
	const identifiers = /* @__PURE__ */ new Set();
	const uuids = /* @__PURE__ */ new Set();
	const roleIds = /* @__PURE__ */ new Set();
	for (const change of changes) {
		if (change.action === "blocked" || change.action === "unchanged" && !unchanged) continue;
		for (const live of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change)) if (live.accountUuid !== void 0) uuids.add(live.accountUuid);
		const all = [...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change), ...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(({ attributes }) => attributes)];
		for (const { roleId } of all) if (roleId !== void 0) roleIds.add(roleId);
		if (change.action === "unchanged") continue;
		for (const { kind, attributes } of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change)) if (_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].persona && attributes.accountIdentifier !== void 0) identifiers.add(attributes.accountIdentifier);
	}
	const powers = /* @__PURE__ */ new Map();
	if (identifiers.size + uuids.size + roleIds.size === 0) return powers;
	const { accounts, roles } = await client.directory();
	const reads = [
		...[...identifiers].map((text) => [
			text,
			() => accounts.find(text),
			NO_ACCOUNT
		]),
		...[...uuids].map((uuid) => [
			uuid,
			() => accounts.byUuid(uuid),
			NO_ACCOUNT
		]),
		...[...roleIds].map((id) => [
			id,
			() => roles.byId(id),
			"there is no such role"
		])
	].map(([key, read, missing]) => [
		key,
		read,
		missing
	]);
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.r)(reads, async ([key, read, missing]) => {
		const reading = await read();
		if (reading.status === "found") powers.set(key, reading.value);
		else powers.set(key, { unknown: reading.status === "missing" ? missing : NO_PERMISSION });
	});
	return powers;
}
const NO_ACCOUNT = "there is no such account";
const NO_PERMISSION = "that needs the permission user_access_read";
function withAccounts(changes, powers) {
	return changes.map((change) => {
		switch (change.action) {
			case "create": return {
				...change,
				wanted: resolved(change.wanted, powers)
			};
			case "replace": return {
				...change,
				wanted: change.wanted.map((wanted) => resolved(wanted, powers))
			};
			case "unchanged": return {
				...change,
				wanted: settled(change.wanted, change.live)
			};
			default: return change;
		}
	});
}
function resolved(wanted, powers) {
	const account = powers.get(wanted.attributes.accountIdentifier ?? "");
	return account !== void 0 && "uuid" in account ? {
		...wanted,
		accountUuid: account.uuid
	} : wanted;
}
function settled(wanted, { accountUuid }) {
	return accountUuid === void 0 ? wanted : {
		...wanted,
		accountUuid
	};
}
// src/mappings/policy.ts
function policyRules(policy) {
	return [
		...policy.accounts === "service-accounts" ? ["only service accounts"] : [],
		...policy.forbiddenRoles.length > 0 ? [`not the roles ${policy.forbiddenRoles.join(", ")}`] : [],
		...policy.forbiddenPermissions.length > 0 ? [`not the permissions ${policy.forbiddenPermissions.join(", ")}`] : [],
		...policy.requiredClaims.length > 0 ? [`literal claims ${policy.requiredClaims.join(", ")}`] : []
	];
}
function unknownNames(policy, names) {
	const roles = policy.forbiddenRoles.filter((name) => names.hasRole(name) === false);
	const unread = policy.forbiddenRoles.filter((name) => names.hasRole(name) === void 0);
	const permissions = names.unknown === void 0 ? policy.forbiddenPermissions.filter((name) => names.permission(name) === void 0) : [];
	return [
		...roles.map((name) => `forbidden-roles names "${name}", and the organization has no such role.`),
		...unread.length > 0 ? [`Could not check forbidden-roles: the roles of the organization could not be read.`] : [],
		...permissions.map((name) => `forbidden-permissions names "${name}", and Datadog has no such permission.`),
		...names.unknown !== void 0 && policy.forbiddenPermissions.length > 0 ? [`Could not check forbidden-permissions: ${names.unknown}.`] : []
	];
}
function violationsOf({ kind, attributes }, facts, policy, names) {
	const { account, role } = facts;
	return [
		..._kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].persona ? accountViolations(account, policy, names) : [],
		...role === void 0 ? [] : roleViolations(role, policy, names),
		...attributes.claims === void 0 ? [] : claimViolations(attributes.claims, policy)
	];
}
function accountViolations(account, policy, names) {
	if (!(policy.accounts !== "any" || policy.forbiddenRoles.length > 0 || policy.forbiddenPermissions.length > 0)) return [];
	if (account === void 0 || "unknown" in account) return [`Could not check the account: ${account?.unknown ?? "it was not looked up"}.`];
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_9__.t)(account);
	return [
		...policy.accounts === "service-accounts" && !account.serviceAccount ? [`${name} is a person, and the policy allows service accounts only.`] : [],
		...account.roles.filter((role) => isForbidden(role, policy)).map((role) => `${name} has the forbidden role ${role.name}.`),
		...forbiddenAmong(account.permissions, policy, names).map((permission) => `${name} has the forbidden permission ${permission}.`),
		...account.isPartial === true && policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0 ? [`Could not check the account: Datadog does not say what all roles of ${name} may do.`] : []
	];
}
function roleViolations(role, policy, names) {
	if (policy.forbiddenRoles.length === 0 && policy.forbiddenPermissions.length === 0) return [];
	if ("unknown" in role) return [`Could not check the role: ${role.unknown}.`];
	return [...isForbidden(role, policy) ? [`${role.name} is a forbidden role.`] : [], ...forbiddenAmong(role.permissions, policy, names).map((permission) => `${role.name} has the forbidden permission ${permission}.`)];
}
function claimViolations(claims, { requiredClaims }) {
	return requiredClaims.flatMap((name) => {
		const matcher = claims[name];
		if (matcher === void 0) return [`The claim ${name} is missing, and the policy requires it.`];
		return (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_10__.o)(matcher) === void 0 ? [`The claim ${name} is not one literal value, and the policy requires one.`] : [];
	});
}
function isForbidden({ id, name }, { forbiddenRoles }) {
	return forbiddenRoles.some((forbidden) => forbidden === name || forbidden.toLowerCase() === id.toLowerCase());
}
function forbiddenAmong(permissions, policy, names) {
	const forbidden = new Set(policy.forbiddenPermissions.map((name) => names.permission(name) ?? name));
	return permissions.filter((name) => forbidden.has(name));
}
// src/operations/policy-check.ts
async function checkPolicy(policy, changes, powers, client) {
	const names = await readNames(policy, client);
	const sentences = (wanted, power) => violationsOf(wanted, factsOf(wanted, power, powers), policy, names);
	const written = changes.filter(({ action }) => WRITING.has(action));
	const wrongNames = unknownNames(policy, names);
	const violations = written.flatMap((change) => (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).flatMap((wanted) => sentences(wanted, wanted.attributes.accountIdentifier).map((text) => ({
		code: "policy",
		text: `The ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.rt)(change)].title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[wanted.kind], wanted.attributes)} violates the policy. ${text}`,
		mappingIds: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(({ id }) => id)
	}))));
	const kept = changes.flatMap((change) => {
		if (change.action !== "unchanged") return [];
		const { wanted, live } = change;
		return sentences(wanted, live.accountUuid).map((text) => `${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[live.kind], live)}: ${text}`);
	});
	const isAsked = written.length > 0;
	return {
		inForce: {
			rules: policyRules(policy),
			violations: [...isAsked ? [] : wrongNames, ...kept]
		},
		refusals: isAsked ? [...wrongNames.map((text) => ({
			code: "policy",
			text: `The policy is violated. ${text}`,
			mappingIds: []
		})), ...violations] : []
	};
}
const WRITING = /* @__PURE__ */ new Set([
	"create",
	"update",
	"replace"
]);
function factsOf({ kind, attributes: { roleId } }, power, powers) {
	const account = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].persona ? powers.get(power ?? "") : void 0;
	const role = roleId === void 0 ? void 0 : powers.get(roleId) ?? { unknown: "it was not looked up" };
	return {
		...account !== void 0 && ("unknown" in account || "serviceAccount" in account) && { account },
		...role !== void 0 && ("unknown" in role || !("serviceAccount" in role)) && { role }
	};
}
async function readNames({ forbiddenRoles, forbiddenPermissions }, client) {
	const known = /* @__PURE__ */ new Map();
	if (forbiddenRoles.length + forbiddenPermissions.length === 0) return {
		hasRole: () => true,
		permission: () => void 0
	};
	const { roles } = await client.directory();
	const [permissions] = await Promise.all([forbiddenPermissions.length > 0 ? roles.permissions() : void 0, ...forbiddenRoles.map(async (role) => {
		const reading = (0,_checked_js__WEBPACK_IMPORTED_MODULE_11__.t)(role) ? await roles.byId(role) : await roles.named(role);
		if (reading.status === "forbidden") known.set(role, void 0);
		else known.set(role, reading.status === "found" && (!("matches" in reading.value) || reading.value.matches.length > 0));
	})]);
	const list = permissions?.status === "found" ? permissions.value : [];
	return {
		hasRole: (role) => known.get(role),
		permission: (text) => list.find(({ name, aliases }) => name === text || aliases.includes(text))?.name,
		...permissions !== void 0 && permissions.status !== "found" && { unknown: "that needs the permission user_access_read" }
	};
}
// src/operations/review.ts
async function review(plan, rules, context) {
	const { client, place } = context;
	const { policy, maxDeletes, force } = rules;
	const asksAccounts = policy !== void 0 && (policy.accounts !== "any" || policy.forbiddenRoles.length + policy.forbiddenPermissions.length > 0);
	const guards = {
		force,
		...maxDeletes !== void 0 && { maxDeletes }
	};
	const [power, changes, refusals] = await Promise.all([
		readPowers(client, plan.changes, { unchanged: asksAccounts }),
		withEffects(plan.changes, context),
		(0,_guarded_js__WEBPACK_IMPORTED_MODULE_7__.r)(plan.changes, plan.pairing.live, guards, context)
	]);
	const resolved = withAccounts(changes, power);
	const verdict = policy && await checkPolicy(policy, resolved, power, client);
	const frame = {
		...place,
		rules: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.o)(rules)
	};
	return {
		plan: {
			...plan,
			changes: resolved
		},
		frame,
		digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.a)(frame, resolved),
		refusals: [...verdict?.refusals ?? [], ...refusals],
		power,
		...verdict !== void 0 && { policy: verdict.inForce }
	};
}
async function withEffects(changes, { client }) {
	const created = changes.flatMap((change) => change.action === "create" && change.wanted.kind === "authn" ? (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change) : []);
	const noEffect = await (0,_authn_effect_js__WEBPACK_IMPORTED_MODULE_8__.r)(client, created.map(({ attributes }) => attributes));
	return changes.map((change) => {
		if (change.action !== "create" || change.wanted.kind !== "authn") return change;
		const notes = (0,_authn_effect_js__WEBPACK_IMPORTED_MODULE_8__.n)(noEffect, change.wanted.attributes).map((text) => ({
			code: "no-effect",
			text
		}));
		return {
			...change,
			notes: [...change.notes, ...notes]
		};
	});
}
// src/operations/plan.ts
async function plan({ desired, failOn }, context) {
	const computed = await computePlan(desired, context, "all");
	const planned = failOn === "drift" ? {
		...computed,
		seenFrom: "live"
	} : computed;
	const failure = failureOf(planned, failOn);
	if (failure !== void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_1__.tt(failure, {
		planned,
		changed: false
	});
	const isBlocked = planned.plan.changes.some(({ action }) => action === "blocked");
	return {
		result: "planned",
		changed: false,
		planned,
		sentence: `Plan for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_4__.i)(planned.frame)}: ${planSummary(planned.plan)}.`,
		details: isBlocked ? [BLOCKED] : [],
		warnings: policyWarnings(planned)
	};
}
function policyWarnings({ policy }) {
	const violations = policy?.violations ?? [];
	if (violations.length === 0) return [];
	const rest = violations.length - MOST_NAMED;
	return [`The policy is violated by what the plan leaves as it is. ${violations.slice(0, MOST_NAMED).join(" ")}${rest > 0 ? ` And ${rest} more.` : ""}`];
}
const MOST_NAMED = 10;
function failureOf(planned, failOn) {
	const { refusals, plan, unmanaged = [], unread = [] } = planned;
	if (failOn !== "nothing" && refusals.length > 0) return (0,_guarded_js__WEBPACK_IMPORTED_MODULE_7__.t)(refusals, "apply would refuse this plan.");
	const hasChanges = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan).length > 0;
	if (failOn === "changes" && hasChanges) return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("drift", `The plan has changes: ${planSummary(plan)}.`);
	if (failOn !== "drift" || !hasChanges && unmanaged.length + unread.length === 0) return void 0;
	const parts = [
		...hasChanges ? [`the plan has changes (${planSummary(plan)})`] : [],
		...unmanaged.length > 0 ? [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.D)(unmanaged.length, "mapping")} ${unmanaged.length === 1 ? "is" : "are"} unmanaged`] : [],
		...unread.map(({ kind }) => `the ${_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].title}s could not be read`)
	];
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("drift", `Drift: ${parts.join("; ")}.`);
}
async function computePlan(desired, context, breadth) {
	return judge(await compare(desired, context, breadth), desired, context);
}
async function judge(comparison, desired, context) {
	const { prune, ignore } = desired;
	const { unread, pairing } = comparison;
	const { organization: org = {} } = context;
	const computed = planOf(comparison, desired);
	const place = {
		...context.place,
		...org.uuid !== void 0 && { orgUuid: org.uuid.toLowerCase() }
	};
	const reviewed = await review(computed, desired, {
		...context,
		place
	});
	requireAgreement(desired, computed.changes, reviewed.power);
	if (unread === void 0) return {
		...reviewed,
		org,
		prune
	};
	const leaving = new Set(computed.changes.flatMap(_index_js__WEBPACK_IMPORTED_MODULE_1__.it));
	return {
		...reviewed,
		org,
		prune,
		unread,
		unmanaged: outsiders(pairing).filter((mapping) => !leaving.has(mapping) && !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_2__.t)(ignore, mapping)),
		ignored: pairing.live.filter((mapping) => (0,_ignore_js__WEBPACK_IMPORTED_MODULE_2__.t)(ignore, mapping)).length
	};
}
function outsiders({ pairs, unpaired }) {
	const others = pairs.flatMap(({ live, duplicates }) => live === void 0 ? [] : duplicates.filter((mapping) => !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.l)(mapping, live)));
	return [...unpaired, ...others];
}
const BLOCKED = "What is blocked cannot be created: name in the file what excludes it, delete that, or set the account as the message says.";
function planSummary(plan, tense = "future") {
	const counts = /* @__PURE__ */ new Map();
	for (const { action } of plan.changes) counts.set(action, (counts.get(action) ?? 0) + 1);
	const parts = Object.keys(WORDS).filter((action) => counts.has(action)).map((action) => `${counts.get(action)} ${WORDS[action][tense]}`);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan).length === 0 ? ["no changes", ...parts].join(", ") : parts.join(", ");
}
const WORDS = {
	create: {
		future: "to create",
		past: "created"
	},
	replace: {
		future: "to replace",
		past: "replaced"
	},
	update: {
		future: "to update",
		past: "updated"
	},
	delete: {
		future: "to delete",
		past: "deleted"
	},
	blocked: {
		future: "blocked",
		past: "blocked"
	},
	unchanged: {
		future: "unchanged",
		past: "unchanged"
	}
};



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
			text: serviceAccount ? "service account" : "person",
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
function permissionCount({ length }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(length || "no", "permission");
}
function dangersInWords({ permissions }) {
	const words = [...new Set(permissions.flatMap((name) => DANGEROUS_PERMISSIONS[name] ?? []))];
	const last = words.pop();
	if (last === void 0) return "";
	return `may ${words.length === 0 ? last : `${words.join(", ")}${words.length > 1 ? "," : ""} and ${last}`}`;
}



/***/ }),

/***/ 1364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isEnded),
/* harmony export */   c: () => (/* binding */ withOpenEnds),
/* harmony export */   i: () => (/* binding */ isAnchored),
/* harmony export */   l: () => (/* binding */ withoutAnchors),
/* harmony export */   n: () => (/* binding */ escapeLiteral),
/* harmony export */   o: () => (/* binding */ literalOf),
/* harmony export */   r: () => (/* binding */ hasAlternatives),
/* harmony export */   s: () => (/* binding */ skeletonsOf),
/* harmony export */   t: () => (/* binding */ dotsEscaped)
/* harmony export */ });
const START = "";
const END = "";
const MOST_SKELETONS = 256;
function skeletonsOf(pattern) {
	const reader = {
		pattern: pattern.replace(/\\Q(.*?)(?:\\E|$)/g, (_, literal) => escapeLiteral(literal)),
		at: 0
	};
	const skeletons = readAlternatives(reader);
	return reader.at === reader.pattern.length && skeletons.length <= MOST_SKELETONS ? skeletons : void 0;
}
const isAnchored = (skeletons) => skeletons.every((skeleton) => skeleton.startsWith(START) && skeleton.endsWith(END));
const isEnded = (skeletons) => skeletons.every((skeleton) => skeleton.endsWith(END));
function hasAlternatives(pattern) {
	let depth = 0;
	return (pattern.match(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[()|]/g) ?? []).some((sign) => {
		depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
		return sign === "|" && depth === 0;
	});
}
const withoutAnchors = (skeleton) => skeleton.replaceAll(START, "").replaceAll(END, "");
const withOpenEnds = (skeleton) => `${skeleton.startsWith(START) ? "" : "\0"}${withoutAnchors(skeleton)}${skeleton.endsWith(END) ? "" : "\0"}`;
const escapeLiteral = (text) => text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
function literalOf(matcher) {
	const inner = /^\^(.*)\$$/s.exec(matcher ?? "")?.[1];
	if (inner === void 0) return void 0;
	const plain = inner.replace(/\\([^A-Za-z0-9])/g, "$1");
	const unescaped = inner.replace(/\\[^A-Za-z0-9]/g, "");
	return /[\\^$.*+?()[\]{}|]/.test(unescaped) ? void 0 : plain;
}
const dotsEscaped = (pattern) => pattern.replace(/\\Q.*?(?:\\E|$)|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|(?<=[A-Za-z0-9_-])\.(?=[A-Za-z0-9_-])/g, (found) => found === "." ? "\\." : found);
function readAlternatives(reader) {
	const all = readSequence(reader);
	while (reader.pattern[reader.at] === "|" && all.length <= MOST_SKELETONS) {
		reader.at++;
		all.push(...readSequence(reader));
	}
	return all;
}
function readSequence(reader) {
	let ways = [""];
	while (reader.at < reader.pattern.length && ways.length <= MOST_SKELETONS) {
		const next = reader.pattern[reader.at];
		if (next === "|" || next === ")") break;
		const piece = repeated(reader, readAtom(reader));
		ways = ways.flatMap((way) => piece.map((end) => way + end)).slice(0, 257);
	}
	return ways;
}
function readAtom(reader) {
	const character = reader.pattern[reader.at++] ?? "";
	switch (character) {
		case "^": return [START];
		case "$": return [END];
		case ".": return ["\0"];
		case "[": return readClass(reader);
		case "\\": return readEscape(reader);
		case "(": return readGroup(reader);
		default: return [character];
	}
}
function readGroup(reader) {
	const opening = /^\?(?:P?<\w+>|[a-zA-Z-]*:)/.exec(reader.pattern.slice(reader.at, reader.at + 64));
	const flags = /^\?[a-zA-Z-]*\)/.exec(reader.pattern.slice(reader.at, reader.at + 64));
	if (flags !== null) {
		reader.at += flags[0].length;
		return [""];
	}
	reader.at += opening?.[0].length ?? 0;
	const inner = readAlternatives(reader);
	if (reader.pattern[reader.at] === ")") reader.at++;
	return inner;
}
function readClass(reader) {
	const rest = reader.pattern.slice(reader.at);
	const length = /^\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0].length ?? rest.length;
	reader.at += length;
	const only = /^(?:\\?([^\w\\^])|([A-Za-z0-9_]))\]$/.exec(rest.slice(0, length));
	return [only?.[1] ?? only?.[2] ?? "\0"];
}
function readEscape(reader) {
	const rest = reader.pattern.slice(reader.at, reader.at + 64);
	const found = /^(?:x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[pP]\{\^?\w+\}|[pP]\w|[0-7]{2,3}|[\s\S])/.exec(rest)?.[0] ?? "";
	reader.at += found.length;
	if (found === "A") return [START];
	if (found === "z") return [END];
	if (found === "b" || found === "B") return [""];
	return [/^\W$/.test(found) ? found : "\0"];
}
function repeated(reader, ways) {
	const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at, reader.at + 16))?.[0];
	if (quantifier === void 0) return ways;
	reader.at += quantifier.length;
	if (quantifier.startsWith("?")) return ["", ...ways];
	return ["\0"];
}



/***/ })

};
;