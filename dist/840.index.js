"use strict";
exports.id = 840;
exports.ids = [840];
exports.modules = {

/***/ 2829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unaccepted),
/* harmony export */   r: () => (/* binding */ whyNotAccepted),
/* harmony export */   t: () => (/* binding */ acceptanceHash)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/mappings/audit/acceptance.ts
function acceptanceHash(mapping, power) {
	const account = mapping.accountUuid ?? mapping.accountIdentifier ?? null;
	const parts = JSON.stringify([
		"v1",
		mapping.kind,
		(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping),
		account
	]);
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(`${parts.slice(0, -1)},${powerText(power)}]`).digest("hex").slice(0, 32);
}
const known = /* @__PURE__ */ new WeakMap();
function powerText(power) {
	if (power === void 0) return "null,null,null";
	const { disabled, roles, permissions } = power;
	const text = known.get(permissions) ?? JSON.stringify([...permissions].sort());
	known.set(permissions, text);
	return `${disabled},${JSON.stringify(roles.map(({ id }) => id).sort())},${text}`;
}
function whyNotAccepted(acceptance, { hash, isPowerKnown }, today) {
	const inOneYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
	if (acceptance.until > inOneYear) return `until ${acceptance.until} is more than a year ahead`;
	if (acceptance.until < today) return `it was accepted until ${acceptance.until}`;
	if (acceptance.hash === hash) return void 0;
	return isPowerKnown ? "the mapping or the power of its account changed since it was accepted" : "its account could not be read, so its power may have changed since it was accepted";
}
function unaccepted(findings) {
	return findings.filter(({ accepted }) => accepted === void 0);
}



/***/ }),

/***/ 4874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   auditSheet: () => (/* binding */ auditSheet)
/* harmony export */ });
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2829);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


// src/action/report/audit-report.ts
function auditSheet(audited, rendering) {
	return {
		lines: auditLines(audited),
		markdown: auditMarkdown(audited, rendering),
		setOutputs(outputs, report) {
			outputs.setLists("findings", 1, auditLists(audited));
			outputs.set("findings-count", String((0,_acceptance_js__WEBPACK_IMPORTED_MODULE_0__.n)(audited.findings).length));
			outputs.set("unchecked-count", String(audited.unchecked.length + audited.unread.length));
			outputs.set("count", String(audited.count));
			outputs.setFile("report-file", "datadog-report", report);
		}
	};
}
function auditLines({ findings, unchecked, unread }) {
	return [
		...findings.map((finding) => () => `${mark(finding)}  ${finding.code}  ${finding.mapping.id}  ${whoIn(finding)}: ${finding.what}${remark(finding)}`),
		...grouped(unchecked).map(({ code, why, mappings }) => `not checked  ${code}  ${idsOf(mappings)}: ${why}`),
		...unread.map(({ kind, why }) => `not read  ${_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].title}s: ${why}`)
	];
}
function auditMarkdown(audited, rendering) {
	const text = (value) => rendering.text(value);
	const code = (value) => rendering.code(value);
	const { findings, unchecked, unread, org } = audited;
	const left = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_0__.n)(audited.findings);
	const accepted = findings.filter((finding) => finding.accepted !== void 0);
	const row = (finding) => `| ${finding.rank} | ${code(finding.code)} | ${text(`${finding.what}${remark(finding)}`)} | ${code(whoIn(finding))}<br>${code(finding.mapping.id)}<br><sub>hash ${code(finding.hash)}</sub> |`;
	return [
		...org === void 0 ? [] : [`Organization: ${org.name === void 0 ? code(org.uuid ?? "") : text(org.name)}`, ""],
		...left.length === 0 ? [] : [
			"| Rank | Code | Findings | Why it is a risk, and what to do |",
			"| --- | --- | --- | --- |",
			...countedByCode(left).map(({ rank, code: name, why, fix, count }) => `| ${rank} | ${code(name)} | ${count} | ${text(why)} ${text(fix)} |`),
			"",
			"| Rank | Code | What | Mapping |",
			"| --- | --- | --- | --- |",
			...left.map((finding) => () => row(finding)),
			""
		],
		...accepted.length === 0 ? [] : [
			"#### Accepted",
			"",
			...accepted.map((finding) => `- ${code(finding.code)} ${code(finding.mapping.id)} ${code(whoIn(finding))}: ${text(`${finding.what}${remark(finding)}`)}`),
			""
		],
		...unchecked.length === 0 && unread.length === 0 ? [] : [
			"#### Not checked",
			"",
			...unread.map(({ kind, why }) => `- ${text(`${_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].title}s: ${why}`)}`),
			...grouped(unchecked).map(({ code: name, why, mappings }) => `- ${code(name)} of ${text(idsOf(mappings))}: ${text(/[.!?]$/.test(why) ? why : `${why}.`)}`),
			""
		]
	];
}
function auditLists({ findings, unchecked, unread }) {
	const common = ({ code, mapping }) => ({
		code,
		kind: mapping.kind,
		"mapping-id": mapping.id
	});
	return {
		findings: mapped(findings, (finding) => {
			const { rank, what, why, fix, hash, accepted } = finding;
			return {
				...common(finding),
				rank,
				what,
				why,
				fix,
				hash,
				...accepted && { accepted }
			};
		}),
		unchecked: mapped(unchecked, (one) => ({
			...common(one),
			why: one.why
		})),
		unread: unread.map(({ kind, why }) => ({
			kind,
			why
		}))
	};
}
function* mapped(items, map) {
	for (const item of items) yield map(item);
}
function countedByCode(findings) {
	const codes = /* @__PURE__ */ new Map();
	for (const { code, rank, why, fix } of findings) {
		const key = `${rank} ${code}`;
		const known = codes.get(key);
		if (known === void 0) codes.set(key, {
			code,
			rank,
			why,
			fix,
			count: 1
		});
		else known.count++;
	}
	return [...codes.values()];
}
const LONGEST_NAME = 300;
function whoIn({ mapping }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.wt)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[mapping.kind].principal(mapping), LONGEST_NAME);
}
function mark({ rank, accepted }) {
	return accepted === void 0 ? rank : "accepted";
}
function remark({ accepted, notAccepted }) {
	if (accepted !== void 0) return ` (accepted until ${accepted.until}: ${accepted.reason})`;
	return notAccepted === void 0 ? "" : ` (not accepted: ${notAccepted})`;
}
function grouped(unchecked) {
	const groups = /* @__PURE__ */ new Map();
	for (const { code, why, mapping } of unchecked) {
		const key = `${code} ${why}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, {
			code,
			why,
			mappings: [mapping]
		});
		else group.mappings.push(mapping);
	}
	return [...groups.values()];
}
const MOST_IDS = 10;
function idsOf(mappings) {
	const ids = mappings.slice(0, MOST_IDS).map(({ id }) => id);
	return mappings.length > MOST_IDS ? `${ids.join(", ")} and ${mappings.length - MOST_IDS} more` : ids.join(", ");
}



/***/ }),

/***/ 5215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   auditMappings: () => (/* binding */ auditMappings)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _acceptance_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2829);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(291);
/* harmony import */ var _finding_codes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2178);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9433);
/* harmony import */ var _authn_effect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7780);
/* harmony import */ var _granted_power_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5995);







// src/mappings/audit/attribute-risks.ts
const CODES = {
	anyone: "open-to-anyone",
	owner: "open-to-owner",
	recreatable: "recreatable-repository",
	"any-ref": "open-to-any-ref",
	"look-alikes": "look-alike-letters",
	missing: void 0,
	"any-user": void 0
};
const attributeRisks = (mapping) => {
	const { kind, id: _id, ...attributes } = mapping;
	return [...(0,_warnings_js__WEBPACK_IMPORTED_MODULE_2__.r)(kind, attributes).flatMap(({ code, field, text }) => {
		const finding = CODES[code];
		return finding === void 0 ? [] : [{
			code: finding,
			what: `${field}: ${text.replace(/\.$/, "")}`
		}];
	}), ...invisible(mapping)];
};
function invisible(mapping) {
	return Object.entries((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tn)(mapping))).flatMap(([field, value]) => typeof value === "string" ? [[field, value]] : Object.entries(value).map(([name, matcher]) => [`${field}.${name}`, matcher])).flatMap(([field, value]) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Cn)(value) === void 0 ? [] : [{
		code: "invisible-characters",
		what: `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(field)} is ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(value)}`
	}]);
}
// src/mappings/audit/findings.ts
function audit(live, facts, options) {
	const seen = new Seen(live);
	const findings = [];
	const unchecked = [];
	for (const mapping of live) {
		const { found, open } = risksIn(mapping, facts, options.risksOf, seen);
		for (const [code, why] of open) unchecked.push({
			code,
			mapping,
			why
		});
		if (found.length === 0) continue;
		const account = facts.account(mapping);
		const hash = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_1__.t)(mapping, isFound(account) ? account.found : void 0);
		for (const { code, what } of found) {
			const { why, fix } = _finding_codes_js__WEBPACK_IMPORTED_MODULE_3__.t[code];
			const rank = (0,_finding_codes_js__WEBPACK_IMPORTED_MODULE_3__.i)(code, mapping.kind.endsWith("-intake"));
			const seenNow = {
				hash,
				isPowerKnown: account === void 0 || account === "missing" || isFound(account)
			};
			findings.push({
				code,
				rank,
				mapping,
				what,
				why,
				fix,
				hash,
				...acceptedBy(options, code, mapping, seenNow)
			});
		}
	}
	return {
		findings: findings.sort(byRank),
		unchecked: unchecked.sort(byCode)
	};
}
function risksIn(mapping, facts, risksOf, seen) {
	const found = [...risksOf(mapping)];
	const open = [];
	const look = (state, code, what) => {
		if (state === void 0) return void 0;
		if (state === "missing") found.push({
			code,
			what
		});
		else if ("unchecked" in state) open.push([code, state.unchecked]);
		else return state.found;
	};
	look(facts.principal(mapping), "dangling-principal", `no ${principalNoun(mapping)} exists for ${mapping.arnPattern}`);
	look(facts.role(mapping), "missing-role", `the role ${mapping.roleId} does not exist`);
	look(facts.team(mapping), "missing-team", `the team ${mapping.teamId} does not exist`);
	const account = look(facts.account(mapping), "missing-account", `the account ${mapping.accountUuid} does not exist`);
	if (account !== void 0) {
		found.push(...risksOfAccount(mapping, account, found));
		if (account.serviceAccount === void 0) open.push(["person", "Datadog does not say whether it is a service account"]);
		if (account.isPartial === true && (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.r)(account).length === 0) open.push(["dangerous-account", "Datadog does not say what all roles of the account may do"]);
	}
	found.push(...uselessPattern(mapping), ...seen.othersLike(mapping), ...withoutEffect(mapping, facts));
	return {
		found,
		open
	};
}
function risksOfAccount(mapping, account, others) {
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.t)(account);
	const risks = [];
	const dangers = (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.r)(account);
	if (dangers.length > 0) {
		const admin = account.roles.some(_power_js__WEBPACK_IMPORTED_MODULE_4__.i) ? "has the Datadog Admin Role" : (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.n)(account);
		const more = dangers.filter((danger) => !account.roles.some((role) => (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.i)(role) && role.name === danger));
		const named = `${more.slice(0, 5).join(", ")}${more.length > 5 ? ", …" : ""}`;
		risks.push({
			code: "dangerous-account",
			what: `${name} ${admin}${named === "" ? "" : ` (${named})`}`
		});
		const wide = wideReach(mapping, others);
		if (wide !== void 0) risks.push({
			code: "dangerous-and-wide",
			what: `${name} ${admin}, and ${wide}`
		});
	}
	if (account.disabled) risks.push({
		code: "disabled-account",
		what: `${name} is disabled`
	});
	if (account.serviceAccount === false) risks.push({
		code: "person",
		what: `${name} is a person`
	});
	return risks;
}
function wideReach({ arnPattern }, others) {
	if (others.some(({ code }) => code === "open-to-anyone")) return "anyone on GitHub satisfies the claims";
	if (others.some(({ code }) => code === "open-to-owner")) return "every repository of the owner satisfies the claims";
	return arnPattern !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ut)(arnPattern) ? `${arnPattern} takes every IAM user of a path` : void 0;
}
function principalNoun({ arnPattern = "" }) {
	return arnPattern.includes(":user/") ? "IAM user" : "IAM role";
}
function uselessPattern({ arnPattern }) {
	const what = arnPattern === void 0 ? void 0 : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.zt)(arnPattern);
	return what === void 0 ? [] : [{
		code: "useless-pattern",
		what
	}];
}
function withoutEffect(mapping, { noEffect }) {
	if (mapping.kind !== "authn") return [];
	const why = noEffect.all ?? (mapping.teamId === void 0 ? void 0 : noEffect.teams);
	return why === void 0 ? [] : [{
		code: "no-effect",
		what: why
	}];
}
var Seen = class {
	#first = /* @__PURE__ */ new Map();
	#wildcards = /* @__PURE__ */ new Map();
	#byPattern = /* @__PURE__ */ new Map();
	constructor(live) {
		for (const mapping of live) {
			if (mapping.arnPattern !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.zt)(mapping.arnPattern) !== void 0) continue;
			const key = keyOf(mapping);
			if (!this.#first.has(key)) this.#first.set(key, mapping);
			const { arnPattern } = mapping;
			if (arnPattern === void 0) continue;
			push(this.#byPattern, arnPattern, mapping);
			if (arnPattern.endsWith("/*")) push(this.#wildcards, arnPattern.slice(0, -1), mapping);
		}
	}
	othersLike(mapping) {
		const first = this.#first.get(keyOf(mapping));
		const isSecond = first !== void 0 && first.id !== mapping.id;
		if (mapping.kind === "authn") return isSecond ? [{
			code: "duplicate",
			what: `it is the same as ${first.id}`
		}] : [];
		if (mapping.arnPattern === void 0) return isSecond ? [{
			code: "overlap",
			what: `it has the same claims as ${named(first)}`
		}] : [];
		if (!this.#byPattern.has(mapping.arnPattern)) return [];
		const above = this.#above(mapping, mapping.arnPattern)[0];
		return above === void 0 ? [] : [{
			code: "overlap",
			what: `${named(above)} matches its callers too`
		}];
	}
	#above(mapping, arnPattern) {
		const equal = (this.#byPattern.get(arnPattern) ?? []).filter(({ id }) => id !== mapping.id);
		const isFirst = this.#byPattern.get(arnPattern)?.[0]?.id === mapping.id;
		const paths = [];
		for (let slash = arnPattern.indexOf("/"); slash !== -1; slash = arnPattern.indexOf("/", slash + 1)) paths.push(...this.#wildcards.get(arnPattern.slice(0, slash + 1)) ?? []);
		const covering = paths.filter((other) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Wt)(other.arnPattern ?? "", arnPattern) === "covers");
		return [...isFirst ? [] : equal, ...covering];
	}
};
function keyOf(mapping) {
	return `${mapping.kind} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping)}`;
}
function named(mapping) {
	return `${mapping.id} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping)})`;
}
function acceptedBy({ accepted, today }, code, mapping, now) {
	const entry = accepted.find((one) => one.code === code && one.mappingId.toLowerCase() === mapping.id.toLowerCase());
	if (entry === void 0) return {};
	const notAccepted = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_1__.r)(entry, now, today);
	return notAccepted === void 0 ? { accepted: {
		reason: entry.reason,
		until: entry.until
	} } : { notAccepted };
}
function isFound(state) {
	return typeof state === "object" && "found" in state;
}
function push(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
function byRank(a, b) {
	return _finding_codes_js__WEBPACK_IMPORTED_MODULE_3__.r.indexOf(a.rank) - _finding_codes_js__WEBPACK_IMPORTED_MODULE_3__.r.indexOf(b.rank) || byCode(a, b);
}
function byCode(a, b) {
	return compare(a.code, b.code) || compare(a.mapping.id, b.mapping.id);
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// src/operations/audit.ts
async function auditMappings(request, { client, job, organization: org }) {
	const { mappings, unread } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.a)(client, request);
	const facts = await lookUp(mappings, client, job);
	const today = new Date(job.datadog.clock.now()).toISOString().slice(0, 10);
	const result = audit(mappings, facts, {
		risksOf: attributeRisks,
		accepted: request.accepted,
		today
	});
	const audited = {
		...result,
		count: mappings.length,
		unread,
		...org && { org }
	};
	const sentence = `Audited ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(mappings.length, "mapping")}: ${countText(result, unread.length)}.`;
	const bad = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_1__.n)(result.findings).filter(({ rank }) => request.failOn === "any" || request.failOn === "high" && rank === "high");
	if (bad.length === 0) return {
		result: "audited",
		audited,
		sentence,
		details: idleEntries(request, audited)
	};
	const first = bad.slice(0, 3).map(({ code, what }) => `${code}: ${what}`);
	const more = bad.length > first.length ? `, and ${bad.length - first.length} more` : "";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("findings", `${sentence} fail-on: ${request.failOn} does not allow ${first.join("; ")}${more}.`), { audited });
}
function idleEntries({ kind, accepted }, { findings, unchecked, unread }) {
	if (kind !== "all" || unread.length > 0) return [];
	const isAbout = (id) => (one) => one.mapping.id.toLowerCase() === id.toLowerCase();
	return accepted.flatMap(({ code, mappingId }) => findings.filter(isAbout(mappingId)).some((finding) => finding.code === code) || unchecked.some(isAbout(mappingId)) ? [] : [`The file accepts ${code} of ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(mappingId)}, and there is no such finding any more: remove the entry.`]);
}
const NO_TEAMS = `that needs ${_index_js__WEBPACK_IMPORTED_MODULE_0__.S}`;
function countText(result, unread) {
	const found = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_1__.n)(result.findings);
	const count = (rank) => found.filter((finding) => finding.rank === rank).length;
	const accepted = result.findings.length - found.length;
	const parts = _finding_codes_js__WEBPACK_IMPORTED_MODULE_3__.r.filter((rank) => count(rank) > 0).map((rank) => `${count(rank)} ${rank}`);
	return [
		parts.length === 0 ? "no findings" : parts.join(", "),
		...accepted > 0 ? [`${accepted} accepted`] : [],
		...result.unchecked.length > 0 ? [`${result.unchecked.length} not checked`] : [],
		...unread > 0 ? [`${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(unread, "kind")} not read`] : []
	].join(", ");
}
async function lookUp(mappings, client, job) {
	const directory = await client.directory();
	const accounts = await each(uuidsOf(mappings, "accountUuid"), (uuid) => directory.accounts.byUuid(uuid), _granted_power_js__WEBPACK_IMPORTED_MODULE_6__.t, client);
	const roles = await each(uuidsOf(mappings, "roleId"), (id) => directory.roles.plain(id), _granted_power_js__WEBPACK_IMPORTED_MODULE_6__.t, client);
	const teams = await each(uuidsOf(mappings, "teamId"), (id) => directory.teams.byId(id), NO_TEAMS, client);
	const principals = await principalsOf(mappings, job);
	return {
		account: ({ kind, accountUuid }) => {
			if (!kind.endsWith("-persona")) return void 0;
			return (accountUuid === void 0 ? void 0 : accounts.get(accountUuid)) ?? { unchecked: "Datadog does not say which account the mapping acts as" };
		},
		role: ({ roleId }) => roleId === void 0 ? void 0 : existence(roles.get(roleId)),
		team: ({ teamId }) => teamId === void 0 ? void 0 : existence(teams.get(teamId)),
		principal: ({ arnPattern }) => {
			const state = arnPattern === void 0 ? void 0 : principals.get(arnPattern);
			return state === "exists" ? { found: true } : state;
		},
		noEffect: mappings.some(({ kind }) => kind === "authn") ? await settings(client) : {}
	};
}
function uuidsOf(mappings, member) {
	return [...new Set(mappings.flatMap((mapping) => mapping[member] ?? []))];
}
async function each(ids, ask, forbidden, client) {
	const found = /* @__PURE__ */ new Map();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(ids, async (id) => {
		found.set(id, await unlessRefused(() => ask(id), forbidden, client));
	});
	return found;
}
async function unlessRefused(ask, forbidden, client) {
	try {
		const reading = await ask();
		if (reading.status === "found") return { found: reading.value };
		if (reading.status === "missing") return "missing";
		return { unchecked: reading.isUnauthorized ? "Datadog does not accept the credentials for it" : forbidden };
	} catch (thrown) {
		return { unchecked: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pn)(thrown, client).sentence.replace(/\.$/, "") };
	}
}
function existence(state) {
	return typeof state === "object" && "found" in state ? { found: true } : state;
}
async function principalsOf(mappings, job) {
	const patterns = [...new Set(mappings.flatMap(({ arnPattern }) => arnPattern ?? []))];
	const states = /* @__PURE__ */ new Map();
	if (patterns.length === 0) return states;
	const { openPrincipals } = await Promise.all(/* import() | audit */[__webpack_require__.e(916), __webpack_require__.e(840)]).then(__webpack_require__.bind(__webpack_require__, 6349));
	const reader = await openPrincipals(job);
	try {
		await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(patterns, async (pattern) => {
			states.set(pattern, await reader.stateOf(pattern));
		});
	} finally {
		reader.close();
	}
	return states;
}
async function settings(client) {
	const { enforced, teamsAreManual } = await (0,_authn_effect_js__WEBPACK_IMPORTED_MODULE_5__.i)(client, { teams: true });
	const stopped = client.stopped();
	if (stopped !== void 0) throw stopped;
	return {
		...teamsAreManual && { teams: "the organization adds members to teams only manually" },
		...enforced === false && { all: "the organization does not enforce AuthN mappings" }
	};
}



/***/ }),

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
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);


// src/operations/authn-effect.ts
var authn_effect_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	noEffectOf: () => noEffectOf,
	readEnforcement: () => readEnforcement,
	readNoEffect: () => readNoEffect
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
	const [enforced, sources] = await Promise.all([readEnforcement(client), teams ? organization.teamSources().catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Fn) : void 0]);
	return {
		enforced,
		teamsAreManual: sources === "manually"
	};
}
async function readEnforcement(client) {
	const { organization } = await client.directory();
	return organization.enforcesMappings().catch(_index_js__WEBPACK_IMPORTED_MODULE_1__.Fn);
}
function noEffectOf({ ofAny, ofTeams }, { teamId }) {
	return teamId === void 0 ? ofAny : [...ofTeams, ...ofAny];
}



/***/ }),

/***/ 7777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ element),
/* harmony export */   t: () => (/* binding */ awsCaller)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8310);


// src/identity/aws-caller.ts
const MOST_RETRIES = 2;
async function awsCaller(job) {
	const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_1__.t)(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const [{ signCallerIdentity, stsOrigin, CALLER_IDENTITY }, { signatureIn }] = await Promise.all([Promise.all(/* import() | identity */[__webpack_require__.e(916), __webpack_require__.e(977), __webpack_require__.e(217)]).then(__webpack_require__.bind(__webpack_require__, 7710)), __webpack_require__.e(/* import() */ 916).then(__webpack_require__.bind(__webpack_require__, 6916))]);
	const endpoint = job.env["AWS_ENDPOINT_URL_STS"]?.trim();
	const origin = endpoint ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.On)(endpoint) : { value: stsOrigin(job.awsRegion) };
	if ("problem" in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_STS: ${origin.problem}` };
	const time = job.datadog.clock.now();
	const signed = await signCallerIdentity(credentials.value, {
		origin: origin.value,
		region: job.awsRegion,
		time
	});
	job.addSecret(signatureIn(signed));
	const { host: _host, "content-length": _length, ...headers } = signed;
	let session;
	try {
		session = await job.open({
			origin: origin.value,
			server: "AWS STS",
			headers: {
				...headers,
				accept: "text/xml"
			}
		});
		return { arn: await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)({
			...session,
			retries: Math.min(MOST_RETRIES, session.retries)
		}, askWith(CALLER_IDENTITY)) };
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || job.datadog.signal.aborted) throw thrown;
		return { problem: thrown.sentence };
	} finally {
		session?.transport.close();
	}
}
function askWith(body) {
	return {
		method: "POST",
		path: "/",
		body,
		purpose: "ask AWS who this job is",
		permission: "valid AWS credentials",
		read(answer) {
			const arn = element(answer, "Arn");
			if (arn === void 0) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F("an answer without the ARN of the caller", false);
			return arn;
		},
		accept(answer) {
			const code = answer.status >= 400 && answer.status < 500 ? element(answer, "Code") : void 0;
			if (code === void 0 || answer.status === 429) return void 0;
			const meaning = REFUSALS[code] ?? "it does not accept the AWS credentials of this job";
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("unauthorized", `Could not ask AWS who this job is: ${meaning} (${code.slice(0, 60)}).`);
		}
	};
}
const REFUSALS = {
	ExpiredToken: "the AWS credentials of this job have expired",
	ExpiredTokenException: "the AWS credentials of this job have expired",
	InvalidClientTokenId: "AWS does not know the access key or session token of this job",
	SignatureDoesNotMatch: "AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or the clock of this machine is wrong"
};
function element(answer, name) {
	return (new RegExp(`<${name}>\\s*([^<>\\s]{1,2048})\\s*</${name}>`).exec(answer.text)?.[1])?.replaceAll("&amp;", "&");
}



/***/ }),

/***/ 8310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ aws_credentials_exports),
/* harmony export */   t: () => (/* binding */ awsCredentials)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);

// src/identity/aws-credentials.ts
var aws_credentials_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	awsCredentials: () => awsCredentials,
	hasAwsCredentials: () => hasAwsCredentials
});
const VARIABLES = [
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN"
];
const HOW = "Run aws-actions/configure-aws-credentials with role-to-assume before this step, in the same job, and give the job permissions: id-token: write.";
function awsCredentials(env, addSecret) {
	const [accessKeyId = "", secretAccessKey = "", sessionToken = ""] = VARIABLES.map((name) => env[name]?.trim() ?? "");
	for (const secret of [secretAccessKey, sessionToken]) if (secret !== "") addSecret(secret);
	const missing = VARIABLES.slice(0, 2).filter((name) => !env[name]?.trim());
	if (missing.length > 0) {
		const are = missing.length === 1 ? "is" : "are";
		return { problem: `the job has no AWS credentials: ${missing.join(" and ")} ${are} not in the environment. ${HOW}` };
	}
	if (accessKeyId.startsWith("ASIA") && sessionToken === "") return { problem: `the AWS credentials are temporary ones (AWS_ACCESS_KEY_ID begins with ASIA), and AWS_SESSION_TOKEN is not in the environment. ${HOW}` };
	const broken = VARIABLES.find((name) => /[^\x21-\x7e]/.test(env[name]?.trim() ?? ""));
	if (broken !== void 0) return { problem: `the environment variable ${broken} has white space or a character beyond ASCII inside, which no AWS credential has. ${HOW}` };
	return {
		value: {
			accessKeyId,
			secretAccessKey,
			...sessionToken && { sessionToken }
		},
		warnings: []
	};
}
function hasAwsCredentials(env) {
	return VARIABLES.slice(0, 2).every((name) => env[name]?.trim());
}



/***/ }),

/***/ 6349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPrincipals: () => (/* binding */ openPrincipals)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _aws_caller_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7777);
/* harmony import */ var _aws_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8310);
/* harmony import */ var _aws_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6916);




// src/identity/aws-iam.ts
const ENDPOINTS = {
	aws: {
		origin: "https://iam.amazonaws.com",
		region: "us-east-1"
	},
	"aws-cn": {
		origin: "https://iam.cn-north-1.amazonaws.com.cn",
		region: "cn-north-1"
	},
	"aws-us-gov": {
		origin: "https://iam.us-gov.amazonaws.com",
		region: "us-gov-west-1"
	}
};
const PATIENCE_FOR_THROTTLING = 12e4;
const THROTTLED = /^(Throttling|ThrottlingException|RequestLimitExceeded|TooManyRequestsException)$/;
async function openPrincipals(job) {
	const opened = await open(job);
	const known = /* @__PURE__ */ new Map();
	return {
		async stateOf(arnPattern) {
			const principal = principalOf(arnPattern);
			if (principal === void 0) return void 0;
			if ("problem" in opened) return { unchecked: opened.problem };
			const key = JSON.stringify(principal);
			const state = known.get(key) ?? opened.read(principal);
			known.set(key, state);
			return state;
		},
		close: () => "close" in opened && opened.close()
	};
}
function principalOf(arnPattern) {
	const [, partition, account, role] = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/*?]+)\/[^/]+$/.exec(arnPattern) ?? [];
	if (partition !== void 0 && account !== void 0 && role !== void 0) return {
		partition,
		account,
		action: "GetRole",
		name: role
	};
	const user = /^arn:([^:]+):iam::(\d{12}):user\/(?:[^/*?]+\/)*([^/*?]+)$/.exec(arnPattern);
	if (user?.[1] === void 0 || user[2] === void 0 || user[3] === void 0) return void 0;
	return {
		partition: user[1],
		account: user[2],
		action: "GetUser",
		name: user[3],
		arn: arnPattern
	};
}
async function open(job) {
	const credentials = (0,_aws_credentials_js__WEBPACK_IMPORTED_MODULE_2__.t)(job.env, job.addSecret);
	if ("problem" in credentials) return credentials;
	const caller = await (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_1__.t)(job);
	if ("problem" in caller) return caller;
	const [, partition = "", , , account = ""] = caller.arn.split(":");
	const place = ENDPOINTS[partition];
	const custom = job.env["AWS_ENDPOINT_URL_IAM"]?.trim();
	const origin = custom ? (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.On)(custom) : { value: place?.origin };
	if ("problem" in origin) return { problem: `the environment variable AWS_ENDPOINT_URL_IAM: ${origin.problem}` };
	if (origin.value === void 0 || place === void 0) return { problem: `IAM of the partition "${partition}" is not known to this action` };
	const endpoint = {
		origin: origin.value,
		region: place.region
	};
	const session = await job.open({
		origin: endpoint.origin,
		server: "AWS IAM",
		headers: { accept: "text/xml" }
	});
	return {
		async read(principal) {
			if (principal.account !== account || principal.partition !== partition) return { unchecked: `it belongs to the AWS account ${principal.account}, and the AWS credentials of this job to ${account}; run audit in a job with credentials of ${principal.account} too` };
			return read(principal, {
				job,
				credentials: credentials.value,
				session,
				endpoint
			});
		},
		close: () => session.transport.close()
	};
}
async function read(principal, { job, credentials, session, endpoint }) {
	const { action, name } = principal;
	const query = {
		Action: action,
		[action === "GetRole" ? "RoleName" : "UserName"]: name,
		Version: "2010-05-08"
	};
	const time = job.datadog.clock.now();
	const signed = await (0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_3__.signAwsRequest)(credentials, {
		service: "iam",
		method: "GET",
		query,
		time,
		...endpoint
	});
	const suspect = () => job.addSecret((0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_3__.signatureIn)(signed));
	const { host: _host, ...headers } = signed;
	let isThrottled = false;
	const note = () => {
		isThrottled = true;
	};
	try {
		return await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)({
			...session,
			headers: {
				...session.headers,
				...headers
			}
		}, callFor(principal, query, {
			suspect,
			throttled: note
		}));
	} catch (thrown) {
		if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || job.datadog.signal.aborted) throw thrown;
		if (isThrottled && thrown.reason === "invalid-input") return { unchecked: "AWS IAM kept asking for fewer requests; run the audit again later" };
		return { unchecked: thrown.sentence.replace(/\.$/, "") };
	}
}
function callFor({ action, name, arn }, query, { suspect, throttled }) {
	const noun = action === "GetRole" ? "role" : "user";
	return {
		method: "GET",
		path: `/?${Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`,
		purpose: `look up the IAM ${noun} ${name}`,
		permission: `the permission iam:${action}`,
		read(answer) {
			const found = (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_1__.n)(answer, "Arn");
			if (found === void 0) {
				suspect();
				throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.F(`an answer without the ARN of the ${noun}`, false);
			}
			return arn === void 0 || found === arn ? "exists" : "missing";
		},
		patience(answer) {
			if (answer.status !== 400 || !THROTTLED.test((0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_1__.n)(answer, "Code") ?? "")) return void 0;
			throttled();
			return {
				milliseconds: PATIENCE_FOR_THROTTLING,
				why: "AWS IAM asks for fewer requests."
			};
		},
		accept(answer) {
			const code = (0,_aws_caller_js__WEBPACK_IMPORTED_MODULE_1__.n)(answer, "Code") ?? "";
			if (answer.status === 404 && code === "NoSuchEntity") return { value: "missing" };
			suspect();
			if (answer.status !== 400 && answer.status !== 403) return void 0;
			if (code === "" || THROTTLED.test(code)) return void 0;
			return { value: { unchecked: refusal(code, action) } };
		}
	};
}
function refusal(code, action) {
	if (code.startsWith("AccessDenied")) return `the AWS credentials of this job may not call iam:${action}; allow it to check this`;
	if (code.startsWith("ExpiredToken")) return "the AWS credentials of this job have expired";
	return `AWS IAM does not accept the request (${code.slice(0, 60)})`;
}



/***/ }),

/***/ 2178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ rankOf),
/* harmony export */   n: () => (/* binding */ FINDING_CODE_NAMES),
/* harmony export */   r: () => (/* binding */ RANKS),
/* harmony export */   t: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
// src/mappings/audit/finding-codes.ts
const RANKS = [
	"high",
	"medium",
	"low"
];
const FINDING_CODES = {
	"dangling-principal": {
		rank: "high",
		why: "The AWS principal does not exist, so whoever creates one of that name takes the mapping over.",
		fix: "Delete the mapping, or create the principal again."
	},
	"open-to-anyone": {
		rank: "high",
		why: "Any job on GitHub satisfies the claims.",
		fix: "Add repository, repository_id and repository_owner_id to the claims."
	},
	"open-to-owner": {
		rank: "high",
		intakeRank: "medium",
		why: "Every repository of the owner satisfies the claims, including those created later.",
		fix: "Add repository and repository_id to the claims."
	},
	"dangerous-and-wide": {
		rank: "high",
		why: "Many callers match the mapping, and its account has dangerous permissions.",
		fix: "Map one repository or one AWS principal, or give the mapping an account with fewer permissions."
	},
	"invisible-characters": {
		rank: "high",
		why: "An attribute has invisible characters, so it is not what it looks like.",
		fix: "Find out who created the mapping, and delete it or create it again without these characters."
	},
	"dangerous-account": {
		rank: "medium",
		why: "The account can give itself or others more power.",
		fix: "Give the mapping an account whose roles have only the permissions that it needs."
	},
	"recreatable-repository": {
		rank: "medium",
		why: "The claims have no literal ids, so whoever creates a repository of that name satisfies them.",
		fix: "Add repository_id and repository_owner_id to the claims."
	},
	"open-to-any-ref": {
		rank: "medium",
		intakeRank: "low",
		why: "Any branch, tag or event of the repository satisfies the claims.",
		fix: "Add ref or environment to the claims."
	},
	"disabled-account": {
		rank: "medium",
		why: "The account is disabled; the mapping works again as soon as somebody enables it.",
		fix: "Delete the mapping, or give it an enabled account."
	},
	"missing-account": {
		rank: "medium",
		why: "The account does not exist.",
		fix: "Delete the mapping, or create it for an account that exists."
	},
	"missing-role": {
		rank: "medium",
		why: "The role does not exist.",
		fix: "Delete the mapping, or update it to a role that exists."
	},
	"missing-team": {
		rank: "medium",
		why: "The team does not exist.",
		fix: "Delete the mapping, or update it to a team that exists."
	},
	person: {
		rank: "medium",
		why: "A machine acts as a person: its actions appear under that name, and it stops working when the person is disabled.",
		fix: "Give the mapping a service account."
	},
	"look-alike-letters": {
		rank: "medium",
		why: "An attribute mixes letters of several scripts that look alike.",
		fix: "Find out who created the mapping, and delete it or create it again with the intended letters."
	},
	"useless-pattern": {
		rank: "low",
		why: "No caller can ever match the ARN pattern.",
		fix: "Delete the mapping, or create it with the pattern that can match."
	},
	overlap: {
		rank: "low",
		why: "Another mapping matches the same callers, and Datadog does not document which of them it uses.",
		fix: "Delete one of them."
	},
	duplicate: {
		rank: "low",
		why: "Another AuthN mapping gives the same role or team for the same attribute and value.",
		fix: "Delete one of them."
	},
	"no-effect": {
		rank: "low",
		why: "Settings of the organization keep the mapping from having an effect.",
		fix: "Change the setting that the finding names, or delete the mapping."
	}
};
const FINDING_CODE_NAMES = Object.keys(FINDING_CODES);
function rankOf(code, isIntake) {
	const row = FINDING_CODES[code];
	return (isIntake ? row.intakeRank : void 0) ?? row.rank;
}



/***/ }),

/***/ 5995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readPowers),
/* harmony export */   r: () => (/* binding */ withAccounts),
/* harmony export */   t: () => (/* binding */ NO_PERMISSION)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/operations/granted-power.ts
async function readPowers(client, changes, { unchanged }) {
	const identifiers = /* @__PURE__ */ new Set();
	const uuids = /* @__PURE__ */ new Set();
	const roleIds = /* @__PURE__ */ new Set();
	for (const change of changes) {
		if (change.action === "blocked" || change.action === "unchanged" && !unchanged) continue;
		for (const live of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change)) if (live.accountUuid !== void 0) uuids.add(live.accountUuid);
		const all = [...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change), ...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).map(({ attributes }) => attributes)];
		for (const { roleId } of all) if (roleId !== void 0) roleIds.add(roleId);
		if (change.action === "unchanged") continue;
		for (const { kind, attributes } of (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change)) if (_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].persona && attributes.accountIdentifier !== void 0) identifiers.add(attributes.accountIdentifier);
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
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(reads, async ([key, read, missing]) => {
		const reading = await read();
		if (reading.status === "found") powers.set(key, reading.value);
		else powers.set(key, reading.status === "missing" ? {
			unknown: missing,
			isMissing: true
		} : { unknown: NO_PERMISSION });
	});
	return powers;
}
const NO_ACCOUNT = "there is no such account";
const NO_PERMISSION = `that needs ${_index_js__WEBPACK_IMPORTED_MODULE_0__.x}`;
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

/***/ 3903:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ reachOf),
/* harmony export */   t: () => (/* binding */ isOpenToAll)
/* harmony export */ });
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);

// src/mappings/claims/reach.ts
const UNLIKE = {
	repository_id: ["1", "9876543210"],
	repository_owner_id: ["1", "9876543210"],
	actor_id: ["1", "9876543210"],
	enterprise_id: ["1", "9876543210"],
	repository: ["q/z", "other-org/w.e_b"],
	sub: [
		"repo:q/z:ref:refs/heads/x",
		"repo:other-org@1/w.e_b@2:environment:y",
		"repo:other-org/u:pull_request"
	],
	ref: ["refs/heads/x", "refs/tags/1.2"],
	ref_type: ["branch", "tag"],
	repository_visibility: [
		"public",
		"private",
		"internal"
	],
	runner_environment: ["github-hosted", "self-hosted"],
	workflow_ref: ["q/z/.github/workflows/a.yml@refs/heads/x", "other-org/w/.github/workflows/b.yaml@refs/tags/1"],
	job_workflow_ref: ["q/z/.github/workflows/a.yml@refs/heads/x", "other-org/w/.github/workflows/b.yaml@refs/tags/1"]
};
function isOpenToAll(name, matches) {
	return (UNLIKE[name] ?? [
		"q",
		"other-value 7",
		"Z_z"
	]).every((value) => matches(value) === true);
}
function reachOf(matchers) {
	const isPinned = (rules) => Object.entries(rules).some(([name, rule]) => pins(matchers[name], name, rule));
	const repository = isPinned(NAMES_REPOSITORY);
	if (!repository && !isPinned(NAMES_OWNER)) return ["anyone"];
	const byId = isPinned(repository ? REPOSITORY_BY_ID : OWNER_BY_ID);
	return [
		...repository ? [] : ["owner"],
		...byId ? [] : ["recreatable"],
		...isPinned(NAMES_PLACE) ? [] : ["any-ref"]
	];
}
const any = "\0";
const fixed = `[^${any}/:@]+(?:@[\\d${any}]*)?`;
const withId = `[^${any}/:@]+@\\d+`;
const text = `[^${any}/]+`;
const branch = `refs/(?:heads|tags)/[^${any}]`;
const REPOSITORY_BY_ID = {
	sub: new RegExp(`^repo:[^${any}/:]+/${withId}(?::|$)`),
	repository_id: /^\d+$/
};
const NAMES_REPOSITORY = {
	...REPOSITORY_BY_ID,
	sub: new RegExp(`^repo:${fixed}/${fixed}(?::|$)`),
	repository: new RegExp(`^${text}/${text}$`),
	workflow_ref: new RegExp(`^${text}/${text}/`)
};
const OWNER_BY_ID = {
	sub: new RegExp(`^repo:${withId}/`),
	repository_owner_id: /^\d+$/,
	repository_id: /^\d+$/,
	enterprise_id: /^\d+$/
};
const NAMES_OWNER = {
	...OWNER_BY_ID,
	sub: new RegExp(`^repo:${fixed}/`),
	repository: new RegExp(`^${text}/`),
	workflow_ref: new RegExp(`^${text}/`),
	repository_owner: new RegExp(`^${text}$`),
	enterprise: new RegExp(`^${text}$`)
};
const NAMES_PLACE = {
	sub: new RegExp(`:environment:[^${any}]|:ref:${branch}|@${branch}`),
	ref: new RegExp(`^${branch}`),
	environment: new RegExp(`^[^${any}]`),
	workflow_ref: new RegExp(`@${branch}`),
	job_workflow_ref: new RegExp(`@${branch}`)
};
function pins(pattern, name, rule) {
	if (pattern === void 0) return false;
	return ((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.s)(withFixedDots(pattern))?.map(name === "sub" ? _skeletons_js__WEBPACK_IMPORTED_MODULE_0__.l : _skeletons_js__WEBPACK_IMPORTED_MODULE_0__.c))?.every((way) => rule.test(way)) === true;
}
function withFixedDots(pattern) {
	const slash = pattern.indexOf("/");
	return slash < 0 ? pattern : pattern.slice(0, slash + 1) + (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.t)(pattern.slice(slash + 1));
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



/***/ }),

/***/ 291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ warnings_exports),
/* harmony export */   n: () => (/* binding */ missingWarning),
/* harmony export */   r: () => (/* binding */ warningsOf),
/* harmony export */   t: () => (/* binding */ byDanger)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3903);



// src/mappings/look-alikes.ts
const LATIN_TWINS = /[\u0131\u017f\u0184\u0185\u01bd\u01c0\u0237\u0250-\u02af\u1d00-\u1dbf\ua730\ua731\uab30-\uab67]/u;
const COMPATIBLE = /^[!-~]+$/;
function lookAlikesIn(text) {
	if (/^[\0-\x7f]*$/.test(text)) return [];
	const found = /* @__PURE__ */ new Set();
	let latin = 0;
	let others = 0;
	for (const character of text) {
		if (/[A-Za-z]/.test(character)) latin++;
		if (character <= "") continue;
		const isOther = /[\p{L}\p{Nl}]/u.test(character) && !/\p{Script=Latin}/u.test(character);
		if (isOther) others++;
		if (isOther || LATIN_TWINS.test(character) || COMPATIBLE.test(character.normalize("NFKC"))) found.add(character);
	}
	return latin >= others ? [...found] : [];
}
// src/mappings/warnings.ts
var warnings_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ warningsOf: () => warningsOf });
const RANKS = {
	anyone: {
		persona: "high",
		intake: "high"
	},
	owner: {
		persona: "high",
		intake: "medium"
	},
	recreatable: {
		persona: "medium",
		intake: "medium"
	},
	"any-user": {
		persona: "medium",
		intake: "low"
	},
	missing: {
		persona: "medium",
		intake: "medium"
	},
	"look-alikes": {
		persona: "medium",
		intake: "medium"
	},
	"any-ref": {
		persona: "medium",
		intake: "low"
	}
};
const REACH = {
	anyone: "the claims name neither an owner nor a repository, so any job on GitHub can match. Add repository: OWNER/NAME with repository_id and repository_owner_id.",
	owner: "the claims match every repository of the owner, including future ones. Add repository: OWNER/NAME and repository_id unless that is intended.",
	recreatable: "the claims have names but no ids, so a repository that somebody creates again under the same name can match. Add repository_id and repository_owner_id.",
	"any-ref": "the claims match any branch or event, so everyone who can push a branch can match. Add ref: refs/heads/main or environment: NAME."
};
function warningsOf(kind, attributes) {
	const { claims, arnPattern } = attributes;
	const found = [];
	if (claims !== void 0) for (const code of reachesOf(claims)) found.push({
		code,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)("claims"),
		text: REACH[code]
	});
	if (arnPattern !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ut)(arnPattern)) {
		const text = `"${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(arnPattern)}" matches every user below that path, including future ones. Name one user unless that is intended.`;
		found.push({
			code: "any-user",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)("arnPattern"),
			text
		});
	}
	for (const name of (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.en)(_index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind])) {
		const text = lookAlikesText(attributes, name);
		if (text !== void 0) found.push({
			code: "look-alikes",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(name),
			text
		});
	}
	if (found.length === 0) return [];
	const side = _index_js__WEBPACK_IMPORTED_MODULE_1__.qt[kind].name.endsWith("-intake") ? "intake" : "persona";
	return found.map((one) => ({
		...one,
		rank: RANKS[one.code][side]
	})).sort(byDanger);
}
function missingWarning(name) {
	const text = `there is no such ${name === "roleId" ? "role" : "account"}, so Datadog is likely to refuse the mapping. Correct it.`;
	return {
		code: "missing",
		rank: RANKS.missing.persona,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Pt)(name),
		text
	};
}
const reaches = /* @__PURE__ */ new WeakMap();
function reachesOf(claims) {
	const known = reaches.get(claims) ?? (0,_reach_js__WEBPACK_IMPORTED_MODULE_2__.n)(claims);
	reaches.set(claims, known);
	return known;
}
function byDanger(a, b) {
	return RANK_ORDER.indexOf(a.rank) - RANK_ORDER.indexOf(b.rank) || CODE_ORDER.indexOf(a.code) - CODE_ORDER.indexOf(b.code);
}
const RANK_ORDER = [
	"high",
	"medium",
	"low"
];
const CODE_ORDER = Object.keys(RANKS);
function lookAlikesText(attributes, name) {
	const value = attributes[name];
	if (value === void 0 || typeof value === "string" && lookAlikesIn(value).length === 0) return void 0;
	const found = (typeof value === "object" ? Object.entries(value) : [["", value]]).flatMap(([claim, text]) => lookAlikesIn(text).map((character) => `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(character)} (${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Sn)(character)})${claim && ` in ${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(claim)}`}`));
	if (found.length === 0) return void 0;
	const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : "";
	return `has letters that look like Latin letters but are not, or that Latin keyboards do not have: ${found.slice(0, MOST_NAMED).join(", ")}${more}. Check that they are intended.`;
}
const MOST_NAMED = 10;



/***/ })

};
;