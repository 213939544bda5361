"use strict";
exports.id = 64;
exports.ids = [64,524];
exports.modules = {

/***/ 8789:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ exact_claims_exports),
/* harmony export */   t: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1108);
/* harmony import */ var _literal_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3525);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1364);




// src/mappings/claims/exact-claims.ts
var exact_claims_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ exactClaims: () => exactClaims });
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
function exactClaims(entries) {
	const problems = Object.entries(entries).flatMap(([name, value]) => {
		if (!(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.u)(name)) return [(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.d)(name)];
		return UNSEEN.test(value) ? [`${name} has an invisible character or a line break in it.`] : [];
	});
	if (problems.length > 0) return { problem: problems.join(" ") };
	const matchers = Object.entries(entries).map(([name, value]) => [name, (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.s)(value) ?? matcherOf(name, value)]);
	return {
		value: Object.fromEntries(matchers),
		warnings: []
	};
}
function claimsOf(matchers) {
	const known = _subject_js__WEBPACK_IMPORTED_MODULE_1__.l;
	const rank = (name) => name === "sub" ? known.length : known.indexOf(name);
	const names = Object.keys(matchers).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
	return Object.fromEntries(names.map((name) => {
		const pattern = matchers[name] ?? "";
		return [name, plainValue(name, pattern) ?? `/${pattern}/`];
	}));
}
function plainValue(name, pattern) {
	const value = (/^\^?(.*)\$$/s.exec(pattern)?.[1])?.replace(/\\([^A-Za-z0-9])/g, "$1") ?? "";
	return matcherOf(name, value) === pattern && (0,_literal_claims_js__WEBPACK_IMPORTED_MODULE_2__.t)(name, value) === void 0 ? value : void 0;
}
function matcherOf(name, value) {
	return name === "sub" ? (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.a)(value) : `^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_3__.n)(value)}$`;
}



/***/ }),

/***/ 9064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportMappings: () => (/* binding */ exportMappings)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5904);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1513);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1108);
/* harmony import */ var _exact_claims_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8789);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3087);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4450);
/* harmony import */ var _mappings_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4456);
/* harmony import */ var _arn_pattern_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9824);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3819);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(291);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9433);
/* harmony import */ var _mappings_target_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1199);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5524);
















// src/mappings/file/live-entry.ts
async function liveEntry(mapping, labels, checking) {
	const problem = unwritable(mapping);
	if (problem !== void 0) return { problem };
	const grant = {
		...accountFields(mapping, labels),
		...grantFields(mapping, labels)
	};
	let why = "";
	for (const draft of draftsOf(mapping, grant)) {
		const read = await readBack(mapping, draft, checking);
		if (!("problem" in read)) return {
			fields: fieldsOf(mapping, draft),
			warnings: read.warnings
		};
		why = read.problem;
	}
	return { problem: why };
}
function unwritable(mapping) {
	const { title, oneOf, persona } = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[mapping.kind];
	const { claims = {}, accountIdentifier, accountUuid } = mapping;
	for (const name of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.u)(_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[mapping.kind])) {
		const value = mapping[name];
		if (oneOf?.includes(name) || name === "accountIdentifier") continue;
		if (value === void 0 || Object.keys(value).length === 0) return `Datadog gives no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Ct)(name)} for this ${title}.`;
	}
	if (oneOf?.every((name) => mapping[name] === void 0)) return `Datadog gives neither a role nor a team for it.`;
	if (persona && !accountIdentifier && !accountUuid) return "Datadog gives no account for it.";
	const unknown = Object.keys(claims).find((name) => !(0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.u)(name));
	if (unknown !== void 0) return (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.d)(unknown);
	return [...[
		mapping.arnPattern,
		mapping.attributeKey,
		mapping.attributeValue,
		accountIdentifier
	], ...Object.values(claims)].map((text) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.i)(text ?? "")).find(Boolean);
}
function accountFields({ kind, accountIdentifier = "", accountUuid = "" }, { accounts }) {
	if (!_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[kind].persona) return NOTHING;
	const label = accounts.get(accountUuid);
	if (label !== void 0 && isWritable(label)) return {
		given: { accountIdentifier: label.name },
		names: {},
		remarks: { accountIdentifier: accountUuid }
	};
	const identifier = !accountIdentifier.includes("@") && !(0,_checked_js__WEBPACK_IMPORTED_MODULE_14__.t)(accountIdentifier) && accountUuid || accountIdentifier || accountUuid;
	const remark = identifier === accountIdentifier ? label?.name : label?.name ?? accountIdentifier;
	return {
		given: { accountIdentifier: identifier },
		names: {},
		remarks: remark ? { accountIdentifier: remark } : {}
	};
}
function grantFields({ roleId, roleName, teamId, teamName }, { roles, teams }) {
	const [what, attribute, id, label] = roleId === void 0 ? [
		"team",
		"teamId",
		teamId,
		teams.get(teamId ?? "")
	] : [
		"role",
		"roleId",
		roleId,
		roles.get(roleId)
	];
	if (id === void 0) return {};
	if (label !== void 0 && isWritable(label)) return {
		given: {},
		names: { [what]: label.name },
		remarks: { [what]: id }
	};
	const name = label?.name ?? roleName ?? teamName;
	return {
		given: { [attribute]: id },
		names: {},
		remarks: name === void 0 ? {} : { [attribute]: name }
	};
}
function isWritable({ name, isUnique }) {
	return isUnique && (0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.i)(name) === void 0 && (0,_checked_js__WEBPACK_IMPORTED_MODULE_14__.n)(name) === void 0;
}
const NOTHING = {
	given: {},
	names: {},
	remarks: {}
};
function* draftsOf(mapping, { given: grant, names, remarks }) {
	const { arnPattern, claims, attributeKey, attributeValue, accountUuid } = mapping;
	const texts = {
		...arnPattern !== void 0 && { arnPattern },
		...attributeKey !== void 0 && { attributeKey },
		...attributeValue !== void 0 && { attributeValue }
	};
	const accounts = [grant, ...accountUuid === void 0 || grant.accountIdentifier === void 0 ? [] : [{ accountIdentifier: accountUuid }]];
	const exact = {
		rewriteRoleArn: arnPattern === void 0,
		literal: arnPattern === void 0
	};
	for (const options of [{ rewriteRoleArn: true }, exact]) for (const account of accounts) for (const entries of claims === void 0 ? [void 0] : claimEntries(claims)) yield {
		given: {
			...texts,
			...grant,
			...account,
			...entries !== void 0 && { claims: entries }
		},
		names,
		options,
		remarks: account === grant ? remarks : {}
	};
}
function claimEntries(matchers) {
	const entries = (0,_exact_claims_js__WEBPACK_IMPORTED_MODULE_5__.t)(matchers);
	const { sub: _, ...others } = entries;
	const built = (0,_subject_js__WEBPACK_IMPORTED_MODULE_4__.t)(others);
	return "pattern" in built && built.pattern === matchers["sub"] ? [others, entries] : [entries];
}
async function readBack(mapping, { given, names, options }, checking) {
	const problems = [];
	const warnings = [];
	const collect = (field, result) => {
		if ("problem" in result) problems.push(`${field}: ${result.problem}`);
		else warnings.push(...result.warnings.map((warning) => `${field}: ${warning}`));
		return "problem" in result ? void 0 : result.value;
	};
	const read = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.xt)(given, options, collect, checking);
	(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.St)(names, options, collect);
	if (problems.length > 0) return { problem: problems.join(" ") };
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[mapping.kind];
	const { roleId = mapping.roleId, teamId = mapping.teamId, ...rest } = read;
	const same = {
		...rest,
		...roleId !== void 0 && { roleId },
		...teamId !== void 0 && { teamId }
	};
	if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.o)(meaning, same) === (0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.o)(meaning, mapping)) return { warnings };
	return { problem: "no entry of a mappings file gives exactly this mapping." };
}
function fieldsOf({ kind }, { given, names, options, remarks }) {
	const field = (name, member, value) => {
		const remark = remarks[member];
		return value === void 0 ? [] : [{
			field: name,
			value,
			...remark !== void 0 && { remark }
		}];
	};
	return [
		{
			field: "kind",
			value: kind
		},
		...field("arn-pattern", "arnPattern", given.arnPattern),
		...field("claims", "claims", given.claims),
		...field("attribute-key", "attributeKey", given.attributeKey),
		...field("attribute-value", "attributeValue", given.attributeValue),
		...options.rewriteRoleArn ? [] : [{
			field: "rewrite-role-arn",
			value: "false"
		}],
		...options.literal ? [{
			field: "literal",
			value: "true"
		}] : [],
		...field("account-identifier", "accountIdentifier", given.accountIdentifier),
		...field("role", "role", names.role),
		...field("role-id", "roleId", given.roleId),
		...field("team", "team", names.team),
		...field("team-id", "teamId", given.teamId)
	];
}
// src/mappings/file/yaml-text.ts
const MISREAD = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;
const PLAIN = /^[\p{L}/](?:[\p{L}\p{N}_./@*+=,^$()[\]|?\\!%~-]|:(?! |$)| (?! |#|$))*$/u;
function yamlText(text) {
	if (PLAIN.test(text) && !MISREAD.test(text)) return text;
	return /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}
// src/mappings/file/write-file.ts
function newFile(entries, mappings, path) {
	if (/\.json$/i.test(path)) return `${JSON.stringify({
		version: 1,
		mappings: entries.map(jsonOf)
	}, null, 2)}\n`;
	const body = entries.length === 0 ? ["mappings: []"] : ["mappings:", ...entries.flatMap((entry) => lines(entry, "  "))];
	return [
		HEADER,
		"version: 1",
		...proposedScope(mappings),
		...body,
		""
	].join("\n");
}
const HEADER = "# The Datadog mappings of this organization. Written by operation: export; plan and apply read it.";
async function withEntries(text, entries) {
	if (entries.length === 0) return text;
	const { isMap, isSeq, parseDocument } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	const document = parseDocument(text, {
		schema: "failsafe",
		keepSourceTokens: true,
		logLevel: "error"
	});
	const list = document.get("mappings", true);
	if (!isSeq(list) || !list.range) throw new Error("a mappings file without a list of mappings");
	const root = isMap(document.contents) && document.contents.flow === true;
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	if (!list.flow) return intoBlock(text, list, {
		entries,
		end
	});
	if (list.items.length === 0 && !root) return insteadOfNothing(text, list.range, {
		entries,
		end
	});
	return intoFlow(text, list, {
		entries,
		end
	});
}
function intoBlock(text, list, { entries, end }) {
	const token = list.srcToken;
	const dash = token?.type === "block-seq" ? token.items.at(-1)?.start.find(({ type }) => type === "seq-item-ind") : void 0;
	if (dash === void 0) throw new Error("a block of mappings without a last one");
	const indent = columnOf(text, dash.offset);
	const last = rangeOf(list.items.at(-1)) ?? dash.offset + 1;
	let at = text[last - 1] === "\n" ? last : afterLine(text, last);
	for (let comment = commentAt(text, at); comment !== void 0 && comment > indent; comment = commentAt(text, at)) at = afterLine(text, at);
	const before = text.slice(0, at);
	const added = entries.flatMap((entry) => lines(entry, " ".repeat(indent))).join(end);
	return `${before}${before.endsWith("\n") ? "" : end}${added}${end}${text.slice(at)}`;
}
function insteadOfNothing(text, range, { entries, end }) {
	const [from = 0, to = 0] = range;
	const at = afterLine(text, to);
	return `${`${text.slice(0, from).trimEnd()}${text.slice(to, at)}`.trimEnd()}${end}${entries.flatMap((entry) => lines(entry, "  ")).join(end)}${end}${text.slice(at)}`;
}
function intoFlow(text, list, { entries, end }) {
	const objects = entries.map((entry) => JSON.stringify(jsonOf(entry)));
	const last = list.items.at(-1);
	if (last === void 0) {
		const at = (list.range?.[0] ?? 0) + 1;
		return `${text.slice(0, at)}${objects.map((object) => `${end}    ${object}`).join(",")}${end}  ${text.slice(at).trimStart()}`;
	}
	const at = rangeOf(last) ?? 0;
	const start = startOf(last);
	const gap = /(?:^|\n)[ \t]*$/.test(text.slice(0, start)) ? `${end}${" ".repeat(columnOf(text, start))}` : " ";
	return `${text.slice(0, at)}${objects.map((object) => `,${gap}${object}`).join("")}${text.slice(at)}`;
}
function rangeOf(node) {
	return rangeIn(node)?.[1];
}
function startOf(node) {
	return rangeIn(node)?.[0] ?? 0;
}
function rangeIn(node) {
	return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : void 0;
}
function columnOf(text, offset) {
	return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}
function afterLine(text, offset) {
	const end = text.indexOf("\n", offset);
	return end === -1 ? text.length : end + 1;
}
function commentAt(text, lineStart) {
	return /^([ \t]*)#/.exec(text.slice(lineStart, afterLine(text, lineStart)))?.[1]?.length;
}
function lines(entry, indent) {
	return entry.flatMap(({ field, value, remark }) => {
		if (typeof value !== "string") return [`${field}:`, ...Object.entries(value).map(([name, text]) => `  ${yamlText(name)}: ${yamlText(text)}`)];
		return [`${field}: ${field === "literal" || field === "rewrite-role-arn" ? value : yamlText(value)}${remark === void 0 ? "" : comment(remark)}`];
	}).map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`);
}
const LONGEST_REMARK = 80;
function comment(remark) {
	const characters = [...(0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.o)(remark).trim()];
	if (characters.length === 0) return "";
	return ` # ${characters.length > LONGEST_REMARK ? `${characters.slice(0, 79).join("")}…` : characters.join("")}`;
}
function jsonOf(entry) {
	return Object.fromEntries(entry.map(({ field, value }) => [field, value === "true" || value === "false" ? flagOf(field, value) : value]));
}
function flagOf(field, value) {
	return field === "literal" || field === "rewrite-role-arn" ? value === "true" : value;
}
function proposedScope(mappings) {
	const blocks = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.d.flatMap((kind) => {
		const { field, values } = scopeOf(kind, mappings.filter((mapping) => mapping.kind === kind));
		const list = [...new Set(values)].sort().map((value) => JSON.stringify(value));
		if (list.length === 0) return [];
		const line = `#   ${kind}: { ${field}: [${list.join(", ")}] }`;
		return line.length <= 120 ? [line] : [
			`#   ${kind}:`,
			`#     ${field}:`,
			...list.map((value) => `#       - ${value}`)
		];
	});
	return blocks.length === 0 ? [] : [
		"# What prune may delete; nothing else. Check it before you use it.",
		"# scope:",
		...blocks
	];
}
function scopeOf(kind, mappings) {
	if (kind === "authn") return {
		field: "attribute-keys",
		values: mappings.map(({ attributeKey = "" }) => attributeKey)
	};
	if (kind.startsWith("aws-")) return {
		field: "accounts",
		values: mappings.flatMap(({ arnPattern = "" }) => (0,_arn_pattern_js__WEBPACK_IMPORTED_MODULE_15__.t)(arnPattern) ?? [])
	};
	const repository = /^\^([\w-]+\/(?:[\w-]|\\\.)+)\$$/;
	return {
		field: "repositories",
		values: mappings.flatMap(({ claims }) => repository.exec(claims?.["repository"] ?? "")?.[1] ?? []).map((name) => name.replaceAll("\\.", "."))
	};
}
// src/operations/adopted-power.ts
async function powerOf(client, mappings) {
	const { accounts, roles } = await client.directory();
	const grants = [];
	const unknown = {
		accounts: 0,
		roles: 0
	};
	const byAccount = countBy(mappings, ({ accountUuid }) => accountUuid);
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.r)([...byAccount], async ([uuid, uses]) => {
		const reading = await accounts.byUuid(uuid);
		if (reading.status === "forbidden") unknown.accounts++;
		else if (reading.status === "missing") grants.push({
			text: `There is no account ${uuid}, which ${actAs(uses)}`,
			dangers: []
		});
		else {
			const account = reading.value;
			const parts = (0,_power_js__WEBPACK_IMPORTED_MODULE_10__.o)(account).map(({ text }) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.o)(text));
			const text = `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.o)((0,_power_js__WEBPACK_IMPORTED_MODULE_10__.t)(account))} (${parts.join(", ")}) is the account that ${actAs(uses)}`;
			grants.push({
				text,
				dangers: (0,_power_js__WEBPACK_IMPORTED_MODULE_10__.r)(account)
			});
		}
	});
	const byRole = countBy(mappings, ({ roleId }) => roleId);
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.r)([...byRole], async ([id, uses]) => {
		const reading = await roles.byId(id);
		if (reading.status === "forbidden") unknown.roles++;
		else if (reading.status === "missing") grants.push({
			text: `There is no role ${id}, which ${isGiven(uses)}`,
			dangers: []
		});
		else {
			const { name, permissions } = reading.value;
			const dangers = (0,_power_js__WEBPACK_IMPORTED_MODULE_10__.r)({
				roles: [reading.value],
				permissions
			});
			const dangerous = dangers.length === 0 ? "" : `, among them ${dangers.map(_visible_js__WEBPACK_IMPORTED_MODULE_13__.o).join(", ")}`;
			const size = count(permissions.length, "permission") || "no permissions";
			grants.push({
				text: `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_13__.o)(name)} (${size}${dangerous}) is the role that ${isGiven(uses)}`,
				dangers
			});
		}
	});
	const order = (a, b) => b.dangers.length - a.dangers.length || (a.text < b.text ? -1 : 1);
	return [...grants.sort(order).map(({ text }) => text), ...unknownText(unknown)];
}
function countBy(mappings, key) {
	const counts = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const one = key(mapping);
		if (one !== void 0) counts.set(one, (counts.get(one) ?? 0) + 1);
	}
	return counts;
}
function actAs(uses) {
	return uses === 1 ? "1 of these mappings acts as." : `${uses} of these mappings act as.`;
}
function isGiven(uses) {
	return uses === 1 ? "1 of these mappings gives." : `${uses} of these mappings give.`;
}
function unknownText({ accounts, roles }) {
	const counts = [count(accounts, "account"), count(roles, "role")].filter((text) => text !== "");
	if (counts.length === 0) return [];
	return [`What ${counts.join(" and ")} may do is not known: that needs the permission user_access_read.`];
}
function count(number, what) {
	return number === 0 ? "" : `${number} ${what}${number === 1 ? "" : "s"}`;
}
// src/operations/labels.ts
async function labelsOf(client, names, mappings) {
	const directory = await client.directory();
	const isUsed = (attribute) => mappings.some((mapping) => mapping[attribute] !== void 0);
	const [roles, teams, accounts] = await Promise.all([
		isUsed("roleId") ? directory.roles.all() : void 0,
		isUsed("teamId") ? directory.teams.all() : void 0,
		accountLabels(directory, names, mappings)
	]);
	return {
		roles: labelsIn(roles),
		teams: labelsIn(teams),
		accounts
	};
}
function labelsIn(reading) {
	if (reading?.status !== "found") return /* @__PURE__ */ new Map();
	const bearers = /* @__PURE__ */ new Map();
	for (const { id, name, handle } of reading.value) for (const one of [name, handle]) if (one !== void 0) bearers.set(one, (bearers.get(one) ?? /* @__PURE__ */ new Set()).add(id));
	return new Map(reading.value.map(({ id, name, handle }) => {
		const unique = [name, handle].find((one) => one !== void 0 && bearers.get(one)?.size === 1);
		return [id, {
			name: unique ?? name,
			isUnique: unique !== void 0
		}];
	}));
}
async function accountLabels({ accounts }, names, mappings) {
	const labels = /* @__PURE__ */ new Map();
	const uuids = mappings.flatMap(({ accountIdentifier: identifier, accountUuid: uuid }) => uuid !== void 0 && (identifier === void 0 || (0,_checked_js__WEBPACK_IMPORTED_MODULE_14__.t)(identifier)) ? [uuid] : []);
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.r)([...new Set(uuids)], async (uuid) => {
		const account = await accounts.byUuid(uuid);
		if (account.status !== "found" || account.value.name === void 0) return;
		const { name } = account.value;
		labels.set(uuid, {
			name,
			isUnique: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.kt)(name) && await isOnly(names, name, uuid)
		});
	});
	return labels;
}
async function isOnly(names, name, uuid) {
	try {
		return await names.findAccount(name) === uuid;
	} catch (thrown) {
		if (thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.t && thrown.reason === "ambiguous") return false;
		throw thrown;
	}
}
// src/operations/export.ts
const MOST_WARNINGS = 20;
async function exportMappings(request, { client }) {
	const { path, target, existing } = request;
	const { mappings: all, read, unread } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.s)(client, request);
	const live = all.filter((mapping) => !(0,_ignore_js__WEBPACK_IMPORTED_MODULE_3__.t)(existing?.ignore, mapping));
	const names = new _names_js__WEBPACK_IMPORTED_MODULE_12__.Names(client);
	const found = await compareFile(client, names, {
		existing: existing?.mappings ?? [],
		live,
		read
	});
	const { fresh, notes } = representatives(live, found.known);
	const labels = await labelsOf(client, names, fresh);
	const added = [];
	const entries = [];
	const dangers = [];
	const warnings = [];
	const checking = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Dt)();
	for (const mapping of fresh) {
		const entry = await liveEntry(mapping, labels, checking);
		if ("problem" in entry) notes.push(`Not exported: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}. ${entry.problem}`);
		else {
			added.push(mapping);
			entries.push(entry.fields);
			const about = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[mapping.kind], mapping);
			for (const warning of (0,_warnings_js__WEBPACK_IMPORTED_MODULE_9__.n)(mapping.kind, mapping)) dangers.push({
				...warning,
				text: `${about}: ${warning.field}: ${warning.text}`
			});
			warnings.push(...entry.warnings.map((warning) => `${about}: ${warning}`));
		}
	}
	const text = existing === void 0 ? newFile(entries, added, path) : await withEntries(existing.text, entries);
	const power = await powerOf(client, added);
	if (text !== existing?.text) {
		await requireReadable(text, (existing?.mappings.length ?? 0) + entries.length);
		await (0,_mappings_target_js__WEBPACK_IMPORTED_MODULE_11__.n)(target, text);
	}
	const count = found.same + added.length;
	return {
		result: "exported",
		exported: {
			file: path,
			count,
			added
		},
		sentence: sentence(path, count, {
			added: added.length,
			isNew: existing === void 0
		}),
		details: [
			...notes,
			...found.notes,
			...unread.map(_index_js__WEBPACK_IMPORTED_MODULE_2__.t),
			...power,
			...dangers.sort(_warnings_js__WEBPACK_IMPORTED_MODULE_9__.t).map(({ text }) => text),
			...warnings.slice(0, MOST_WARNINGS),
			...warnings.length > MOST_WARNINGS ? [`There are ${warnings.length - MOST_WARNINGS} more like these.`] : []
		]
	};
}
function sentence(path, count, { added, isNew }) {
	const mappings = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.D)(count, "live mapping");
	if (isNew) return `Wrote ${path} with ${mappings}.`;
	return added === 0 ? `${path} names ${mappings}; there was nothing to add.` : `Added ${added} to ${path}, which now names ${mappings}.`;
}
async function compareFile(client, names, { existing, live, read }) {
	const notes = [];
	const known = [];
	for (const mapping of existing) {
		if (!read.includes(mapping.kind)) continue;
		try {
			known.push(await names.resolve(mapping));
		} catch (thrown) {
			if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.t) || !["not-found", "ambiguous"].includes(thrown.reason)) throw thrown;
			notes.push(`In the file, and kept: ${textOf(mapping)}. ${thrown.sentence}`);
		}
	}
	const pairing = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.b)(known, live);
	const verdict = await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.i)(client, pairing);
	let same = 0;
	for (const { wanted, live: mapping } of pairing.pairs) if (mapping === void 0) notes.push(`In the file, and not live any more: ${textOf(wanted)}. It was kept.`);
	else if (verdict(wanted, mapping) === true) same++;
	else {
		const how = verdict(wanted, mapping) === false ? "live with another account" : "live with an account that cannot be compared";
		notes.push(`In the file, and ${how}: ${textOf(wanted)}, live as ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}. It was kept.`);
	}
	return {
		known,
		same,
		notes
	};
}
function textOf({ kind, attributes }) {
	return `the ${_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[kind].title} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[kind], attributes)}`;
}
function representatives(live, known) {
	const taken = new Set(known.map(({ kind, attributes }) => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.v)(kind, attributes)));
	const fresh = [];
	const notes = [];
	const wanted = new Map(live.map((mapping) => [(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.v)(mapping.kind, mapping), {
		kind: mapping.kind,
		attributes: mapping
	}]));
	for (const { live: kept, duplicates } of (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.b)([...wanted.values()], live).pairs) {
		if (kept === void 0) continue;
		if (!taken.has((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.v)(kept.kind, kept))) fresh.push(kept);
		for (const other of duplicates) {
			if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.l)(other, kept)) continue;
			notes.push(`Not exported: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(other)}. It has the identity of ${kept.id}, which has another account.`);
		}
	}
	fresh.sort(inOrder);
	const inFile = known.map(({ kind, attributes }) => ({
		...attributes,
		kind
	}));
	const index = new _collisions_js__WEBPACK_IMPORTED_MODULE_8__.t([...inFile, ...fresh]);
	const order = new Map([...inFile, ...fresh].map((mapping, at) => [mapping, at]));
	return {
		fresh: fresh.filter((mapping) => {
			const other = index.find(mapping.kind, mapping).excluding.find((one) => (order.get(one) ?? 0) < (order.get(mapping) ?? 0));
			if (other !== void 0) notes.push(`Not exported: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}. The file has a mapping of another kind for ${_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[other.kind].principal(other)}.`);
			return other === void 0;
		}),
		notes: notes.sort()
	};
}
function inOrder(a, b) {
	const kinds = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.d.indexOf(a.kind) - _kinds_js__WEBPACK_IMPORTED_MODULE_6__.d.indexOf(b.kind);
	const [one, other] = [a, b].map((mapping) => `${_kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[mapping.kind].principal(mapping)}\n${(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.v)(mapping.kind, mapping)}`);
	return kinds || ((one ?? "") < (other ?? "") ? -1 : 1);
}
async function requireReadable(text, count) {
	const { file, problems } = await (0,_mappings_file_js__WEBPACK_IMPORTED_MODULE_7__/* .parseMappingsFile */ .d)(text);
	const problem = problems[0] ?? (file?.mappings.length === count ? void 0 : "Entries are missing.");
	if (problem !== void 0) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("internal", `The file that was to be written could not be read back: ${problem}\nNothing was written.`);
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

/***/ 3525:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ literalWarnings),
/* harmony export */   t: () => (/* binding */ literalProblem)
/* harmony export */ });
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1513);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1364);


// src/mappings/claims/literal-claims.ts
function literalProblem(name, value) {
	if (value.trim() === "") return `${name} is empty; is it the empty output of an earlier step?`;
	if (value.includes("***")) return `${name} is "${value}", in which "***" stands for a masked value, so it was copied from a log; write the value itself.`;
	const left = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$[A-Z_][A-Z0-9_]*\b/.exec(value)?.[0];
	if (left !== void 0) return `${name} is "${value}", in which nothing has replaced "${left}"; use a GitHub expression such as \${{ github.repository }}.`;
	if (value.startsWith("/") || value.endsWith("/") && value !== "/") return `${name} is "${value}", which has a slash at one end only; write a regular expression between slashes, /^…$/ (in quotes when it contains " #" or ": ").`;
}
const SHAPES = {
	sub: [/:/, "repo:OWNER/NAME:ref:refs/heads/main"],
	repository: [/^[\w-]+\/[\w.-]+$/, "OWNER/NAME as it stands in the address of the repository"],
	repository_owner: [/^[^/\s]+$/, "the owner alone"],
	repository_id: [/^\d+$/, "a number, as ${{ github.repository_id }} has it"],
	repository_owner_id: [/^\d+$/, "a number, as ${{ github.repository_owner_id }} has it"],
	actor_id: [/^\d+$/, "a number, as ${{ github.actor_id }} has it"],
	enterprise_id: [/^\d+$/, "a number"],
	ref: [/^refs\/./, "refs/heads/BRANCH or refs/tags/TAG"],
	workflow_ref: [/@refs\//, "OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main"],
	job_workflow_ref: [/@./, "OWNER/NAME/.github/workflows/FILE.yml@refs/heads/main"]
};
const VALUES = {
	ref_type: ["branch", "tag"],
	repository_visibility: [
		"public",
		"private",
		"internal"
	],
	runner_environment: ["github-hosted", "self-hosted"]
};
function literalWarnings(name, value) {
	if (/[*^]|\.\+|\\[dws.]|\(\?:|\$$/.test(value)) {
		const pattern = /\\|\.[*+]|^\^|\$$|\(\?:/.test(value) ? value.replace(/^\^|\$$/g, "") : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_0__.n)(value).replace(/(?:\\\*)+/g, ".*");
		return [`${name} is "${value}", which is taken literally, special characters and all; for a regular expression write /${name === "sub" ? "" : "^"}${pattern}$/.`];
	}
	const shape = SHAPES[name];
	if (shape !== void 0 && !shape[0].test(value)) return [`${name} is "${value}", which no token has; write ${name === "ref" ? `refs/heads/${value}` : shape[1]}.`];
	const values = VALUES[name];
	if (values === void 0 || values.includes(value)) return [];
	return [`${name} is "${value}", which no token has; write ${(0,_checked_js__WEBPACK_IMPORTED_MODULE_1__.r)(value, values) ?? `one of ${values.join(", ")}`}.`];
}



/***/ }),

/***/ 1199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseYaml),
/* harmony export */   n: () => (/* binding */ writeTarget),
/* harmony export */   r: () => (/* binding */ LARGEST_FILE),
/* harmony export */   t: () => (/* binding */ unwritable)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4450);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_4__);






const LARGEST_FILE = 16777216;
const MOST_PIECES = 1e6;
const LONGEST_PIECE = 65536;
const DEEPEST = 250;
const MOST_ERRORS = 100;
const BATCH = 1e3;
async function parseYaml({ name, text, isOnly }, mistakes, checking) {
	const { Composer, Lexer, LineCounter, Parser } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	const lines = new LineCounter();
	lines.addNewLine(0);
	const at = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file: name,
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const place = (offset) => {
		const { line, column } = at(offset);
		return `${isOnly ? "" : `${name}, `}line ${line}, column ${column}`;
	};
	const refuse = (offset, why) => {
		mistakes.add(() => `${place(offset)}: ${why}`, () => at(offset));
	};
	if (text.length > 16777216) return refuse(0, `the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`);
	if (text.includes("\0")) return refuse(0, "the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16.");
	if (text.trim() === "") return refuse(0, "the file is empty. Write version: 1 and mappings: into it.");
	const parser = new Parser(lines.addNewLine);
	const tokens = [];
	const { spent } = checking;
	for (const piece of new Lexer().lex(text)) {
		for (const token of parser.next(piece)) tokens.push(token);
		spent.pieces++;
		if (piece.length > LONGEST_PIECE) return refuse(parser.offset - piece.length, `a text of ${piece.length} characters, and no field takes one of more than ${LONGEST_PIECE}.`);
		if (parser.stack.length > DEEPEST) return refuse(parser.offset, `the file is nested more than ${DEEPEST} levels deep.`);
		if (spent.pieces > MOST_PIECES) return refuse(parser.offset, `up to here there are more than ${MOST_PIECES} pieces (values, colons, line breaks). Use several steps, each with files of its own.`);
		if (spent.pieces % BATCH === 0) await checking.breathe();
	}
	for (const token of parser.end()) tokens.push(token);
	await checking.breathe();
	let errors = [];
	const composer = new Composer({
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false
	});
	const stopAtMost = boundErrors(composer, errors);
	let document;
	try {
		for (const one of composer.compose(tokens, true, text.length)) if (document === void 0) document = one;
		else {
			errors.push({
				offset: one.range[0],
				code: "MULTIPLE_DOCS",
				message: ""
			});
			break;
		}
		errors = [...(document?.errors ?? []).map(({ pos, code, message }) => ({
			offset: pos[0],
			code,
			message
		})), ...errors.filter(({ code }) => code === "MULTIPLE_DOCS")];
	} catch (thrown) {
		if (thrown !== stopAtMost) throw thrown;
	}
	const quotes = looksLikeMappings(text);
	for (const { offset, code, message } of errors) mistakes.add(() => `${place(offset)}: ${quotes ? explained(code, message) : `this is not valid YAML (${code})`}.`, () => at(offset));
	return errors.length > 0 || document === void 0 ? void 0 : {
		document,
		place,
		at
	};
}
function boundErrors(composer, errors) {
	const enough = /* @__PURE__ */ new Error("too many errors");
	const own = Reflect.get(composer, "onError");
	if (typeof own !== "function") return enough;
	Object.assign(composer, { onError(source, code, message, isWarning) {
		own(source, code, message, isWarning);
		if (isWarning) return;
		if (errors.length >= MOST_ERRORS) throw enough;
		errors.push({
			offset: offsetOf(source),
			code,
			message
		});
	} });
	return enough;
}
function offsetOf(source) {
	if (typeof source === "number") return source;
	if (Array.isArray(source)) return Number(source[0]);
	return typeof source === "object" && source !== null && "offset" in source ? Number(source.offset) : 0;
}
function looksLikeMappings(text) {
	return /^[ \t"'{]*(?:version["']?[ \t]*:[ \t]*["']?1\b|mappings["']?[ \t]*:)/m.test(text);
}
function explained(code, message) {
	if (code === "MULTIPLE_DOCS") return "a second document begins here. Write one file without \"---\"";
	return (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)((message.split("\n", 1)[0] ?? message).replace(/\.$/, ""));
}
// src/operations/mappings-target.ts
async function unwritable({ file, workspace }) {
	try {
		const link = await firstLink(file, workspace);
		if (link !== void 0) return {
			exists: true,
			problem: `${link} a symbolic link, which export does not write through`
		};
		const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.stat)(file);
		if (stats.isFile()) return { exists: true };
		return {
			exists: true,
			problem: `is ${stats.isDirectory() ? "a folder" : "a pipe or device"}, not a file`
		};
	} catch (error) {
		const code = codeOf(error);
		return code === "ENOENT" ? { exists: false } : {
			exists: true,
			problem: `cannot be looked at (${code})`
		};
	}
}
async function writeTarget(target, text) {
	const { problem, exists } = await unwritable(target);
	if (problem !== void 0) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `file: ${target.file} ${problem}.`, { advice: "" });
	const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(target.file);
	const draft = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(target.file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.randomUUID)()}`);
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdir)(folder, { recursive: true });
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.writeFile)(draft, text, { flag: "wx" });
		if (exists) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.chmod)(draft, (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.stat)(target.file)).mode);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rename)(draft, target.file);
	} catch (error) {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rm)(draft, { force: true }).catch(() => void 0);
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `The file ${target.file} could not be written (${codeOf(error)}).`, {
			advice: "Check the input file, the disk, and the permissions of the runner.",
			cause: error
		});
	}
}
async function firstLink(file, workspace) {
	const inside = node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(workspace, file);
	const parts = inside.startsWith("..") || node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(inside) ? [] : inside.split((node_path__WEBPACK_IMPORTED_MODULE_2___default().sep));
	const folders = parts.slice(0, -1).map((_, index) => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(workspace, ...parts.slice(0, index + 1)));
	for (const folder of folders) if (await isLink(folder)) return "is below";
	return await isLink(file) ? "is" : void 0;
}
async function isLink(file) {
	try {
		return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.lstat)(file)).isSymbolicLink();
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}



/***/ }),

/***/ 5524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Names: () => (/* binding */ Names),
/* harmony export */   withIds: () => (/* binding */ withIds)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1513);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4450);





// src/operations/names.ts
const MOST_CANDIDATES = 10;
const MOST_SAID = 20;
async function withIds(request, { client, job, journal }) {
	const lookUp = request.operation === "verify" ? job.lookUp : client;
	if (lookUp === void 0) return request;
	const names = new Names(lookUp);
	const resolved = await resolveAll(names, "desired" in request ? request.desired.mappings : "attributes" in request ? [request] : []);
	for (const line of names.said()) journal.say(line);
	if ("desired" in request) {
		refuseSame(resolved);
		return {
			...request,
			desired: {
				...request.desired,
				mappings: resolved
			}
		};
	}
	const [one] = resolved;
	return "attributes" in request && one !== void 0 ? {
		...request,
		attributes: one.attributes
	} : request;
}
var Names = class {
	#directory;
	#said = /* @__PURE__ */ new Set();
	constructor(client) {
		this.#directory = client.directory();
	}
	async find(what, name) {
		const { roles, teams } = await this.#directory;
		const found = await (what === "role" ? roles.named(name) : teams.named(name));
		if (found.status !== "found") throw forbidden(what, name);
		const id = only(what, name, found.value.matches.map(({ id }) => id));
		if (id === void 0) throw unknown(what, name, found.value.candidates);
		return this.#say(what, name, id);
	}
	async findAccount(name) {
		const { accounts } = await this.#directory;
		const found = await accounts.serviceAccountsNamed(name);
		if (found.status !== "found") return void 0;
		const uuid = only("service account", name, found.value.map(({ uuid }) => uuid));
		return uuid === void 0 ? void 0 : this.#say("service account", name, uuid);
	}
	async resolve({ names = {}, ...mapping }) {
		const resolved = { ...mapping.attributes };
		for (const [what, name] of Object.entries(names)) {
			const id = (await this.find(what, name)).toLowerCase();
			const given = resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(what)];
			if (given !== void 0 && given !== id) throw disagreeing(what, name, {
				id,
				given
			});
			resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tt)(what)] = id;
		}
		const { accountIdentifier: account } = resolved;
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.kt)(account)) resolved.accountIdentifier = await this.findAccount(account) ?? account;
		return {
			...mapping,
			attributes: resolved
		};
	}
	said() {
		const lines = [...this.#said];
		const more = lines.length - MOST_SAID;
		return more > 0 ? [...lines.slice(0, MOST_SAID), `${more} more names were looked up.`] : lines;
	}
	#say(what, name, id) {
		this.#said.add(`The ${what} "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(name)}" is ${id}.`);
		return id;
	}
};
function only(what, name, found) {
	const ids = [...new Set(found)].sort();
	if (ids.length < 2) return ids[0];
	const isAccount = what === "service account";
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("ambiguous", `${isAccount ? "account-identifier" : what}: ${ids.length} ${what}s are called "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(name)}": ${ids.join(", ")}.`, { advice: isAccount ? "Give the UUID of one of them." : `Give the id of one of them as ${what}-id.` });
}
function unknown(what, name, candidates) {
	const known = [...new Set(candidates)].sort();
	const meant = (0,_checked_js__WEBPACK_IMPORTED_MODULE_4__.r)(name, known);
	const shown = known.slice(0, MOST_CANDIDATES).map((one) => `"${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(one)}"`);
	const more = known.length > shown.length ? `, and ${known.length - shown.length} more` : "";
	const list = shown.length === 0 ? `There are no ${what}s.` : `The ${what}s are ${shown.join(", ")}${more}.`;
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("not-found", `${what}: there is no ${what} called "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(name)}".`, { advice: meant === void 0 ? list : `Did you mean "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(meant)}"? ${list}` });
}
function forbidden(what, name) {
	const permission = what === "role" ? "user_access_read" : "teams_read";
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("forbidden", `${what}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(name)}" could not be looked up.`, { advice: `The credentials need the permission ${permission}. Or give ${what}-id.` });
}
function disagreeing(what, name, { id, given }) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("invalid-input", `${what}: "${(0,_visible_js__WEBPACK_IMPORTED_MODULE_3__.o)(name)}" is ${id}, and ${what}-id is ${given}.`, { advice: "Leave one of them out." });
}
const MISTAKES = /* @__PURE__ */ new Set([
	"not-found",
	"ambiguous",
	"invalid-input"
]);
async function resolveAll(names, mappings) {
	const resolved = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.r)(mappings, async (mapping) => {
		try {
			resolved.set(mapping, await names.resolve(mapping));
		} catch (thrown) {
			if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__.t) || !MISTAKES.has(thrown.reason)) throw thrown;
			const { places = [] } = failures.get(thrown.message) ?? {};
			failures.set(thrown.message, {
				failure: thrown,
				places: [...places, ...named(mapping.place)]
			});
		}
	});
	const [first, ...others] = [...failures.values()].map(withPlaces);
	if (first === void 0) return mappings.flatMap((mapping) => resolved.get(mapping) ?? []);
	if (others.length === 0) throw first;
	const list = [first, ...others].map(({ message }) => `- ${message}`).sort();
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(first.reason, `${list.length} names cannot be used; nothing was changed.\n${list.join("\n")}`, {
		advice: "",
		cause: first
	});
}
const named = (place) => place === void 0 ? [] : [place];
function withPlaces({ failure, places }) {
	const [place, ...others] = [...places].sort();
	if (place === void 0) return failure;
	const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
	const { reason, sentence, advice } = failure;
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(reason, `file: ${place}${more}: ${sentence}`, {
		advice,
		cause: failure
	});
}
function refuseSame(mappings) {
	const seen = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const { kind, attributes, place } = mapping;
		const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
		const key = `${kind} ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, attributes)}`;
		const first = seen.get(key);
		if (first !== void 0) {
			const sentence = `file: ${`${meaning.principal(attributes)} → ${meaning.target(attributes)}`} is there twice, once by name: at ${first.place} and at ${place}.`;
			throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("invalid-input", sentence, { advice: "Leave one out." });
		}
		seen.set(key, mapping);
	}
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

/***/ 1108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ literalSubject),
/* harmony export */   c: () => (/* binding */ withoutIds),
/* harmony export */   d: () => (/* binding */ unknownClaim),
/* harmony export */   i: () => (/* binding */ literalFormWarnings),
/* harmony export */   l: () => (/* binding */ CLAIM_NAMES),
/* harmony export */   n: () => (/* binding */ claimsOfThisJob),
/* harmony export */   o: () => (/* binding */ patternFormWarnings),
/* harmony export */   r: () => (/* binding */ isClassicSubject),
/* harmony export */   s: () => (/* binding */ regexOf),
/* harmony export */   t: () => (/* binding */ buildSubject),
/* harmony export */   u: () => (/* binding */ isClaimName)
/* harmony export */ });
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1513);
/* harmony import */ var _skeletons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1364);


// src/mappings/claims/claim-names.ts
const CLAIM_NAMES = [
	"sub",
	"repository",
	"repository_id",
	"repository_owner",
	"repository_owner_id",
	"repository_visibility",
	"ref",
	"ref_type",
	"environment",
	"event_name",
	"workflow",
	"workflow_ref",
	"job_workflow_ref",
	"actor",
	"actor_id",
	"runner_environment",
	"enterprise",
	"enterprise_id"
];
const OTHER_CLAIMS = /* @__PURE__ */ new Map([
	["aud", "it is checked by Datadog itself"],
	["iss", "it is checked by Datadog itself"],
	["exp", "it is checked by Datadog itself"],
	["iat", "it is checked by Datadog itself"],
	["nbf", "it is checked by Datadog itself"],
	["jti", "it differs in every token"],
	["run_id", "it differs in every run; use workflow_ref"],
	["run_number", "it differs in every run; use workflow_ref"],
	["run_attempt", "it differs in every run; use workflow_ref"],
	["check_run_id", "it differs in every run; use workflow_ref"],
	["sha", "use ref"],
	["workflow_sha", "use workflow_ref"],
	["job_workflow_sha", "use job_workflow_ref"],
	["head_ref", "use event_name and ref"],
	["base_ref", "use event_name and ref"],
	["ref_protected", "use environment, with protection rules"],
	["issuer_scope", "use enterprise"],
	["environment_node_id", "use environment"]
]);
const isClaimName = (name) => CLAIM_NAMES.some((known) => known === name);
function unknownClaim(name) {
	const instead = name.startsWith("repository_property_") ? "use repository or environment" : OTHER_CLAIMS.get(name);
	if (instead !== void 0) return `Datadog cannot match on the claim "${name}": ${instead}.`;
	const meant = (0,_checked_js__WEBPACK_IMPORTED_MODULE_0__.r)(name, CLAIM_NAMES);
	return `"${name}" is not a claim that Datadog can match on; ${meant === void 0 ? `the names are ${CLAIM_NAMES.join(", ")}.` : `did you mean "${meant}"?`}`;
}
// src/mappings/claims/subject.ts
const OWNER_FIRST = /^repo:[\w-]+\/(?![?*+{])/;
const OWNER_RULE = "Datadog documents that sub must begin with repo:OWNER/, the owner being a name and not a regular expression, and may refuse it otherwise";
const WITH_IDS = /^(repo:[\w-]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))(\/[^:@()|]+)(?:\((?:\?:)?@(\d+|\\d\+)\)\?|@(\d+|\\d\+))?(:.*)$/s;
const eitherForm = (classic, immutable) => `${classic}$|^${immutable}$`;
const literalSubject = (subject) => `${subject.startsWith("repo:") ? "" : "^"}${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject)}$`;
function patternFormWarnings(pattern) {
	if (!OWNER_FIRST.test(pattern)) {
		const better = ownerFirst(pattern);
		const advice = better === void 0 ? "write it in the form /repo:OWNER/NAME:…$/" : `write /${ended(better)}/`;
		return [`sub is /${pattern}/, and ${OWNER_RULE}; ${advice}.`];
	}
	if (takesAnyEnd(pattern)) return [];
	const skeletons = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.s)(pattern);
	if (skeletons === void 0 ? /(?<!\\)\$$/.test(pattern) : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.a)(skeletons)) return [];
	return [`sub is /${pattern}/, which has to match the whole claim; ${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern) ? "end each of its alternatives with \"$\"" : `write /${ended(pattern)}/`}, with ".+" before "$" where more may follow.`];
}
const takesAnyEnd = (pattern) => /(?<!\\)\.[*+]$/.test(pattern) && !(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern);
function literalFormWarnings(subject) {
	if (OWNER_FIRST.test(subject)) return [];
	const better = withOwnerFirst(subject);
	const advice = better === void 0 ? "let the subject that GitHub is told to write begin with \"repo\", or leave sub out to have it made from repository" : `write /${better}/`;
	return [`sub is "${subject}", and ${OWNER_RULE}; ${advice}.`];
}
function withOwnerFirst(subject) {
	const better = OWNER_FIRST.test(subject) ? void 0 : ownerFirst((0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(subject));
	return better === void 0 ? void 0 : ended(better);
}
function ownerFirst(pattern) {
	const bare = pattern.replace(/^(?:\^|\\A)+/, "").replace(/^repo\\?:((?:\w|\\?-)+)\\?\//, (_, owner) => `repo:${owner.replaceAll("\\", "")}/`);
	if (OWNER_FIRST.test(bare)) return bare;
	const [, owner, optionalOwnerId, ownerId, name, optionalId, id, rest] = WITH_IDS.exec(bare) ?? [];
	if (owner === void 0 || name === void 0 || rest === void 0 || (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(rest)) return void 0;
	const context = rest.replace(OPEN_END, "");
	return eitherForm(`${owner}${name}${context}`, `${owner}@${optionalOwnerId ?? ownerId}${name}@${optionalId ?? id ?? "\\d+"}${context}`);
}
const OPEN_END = /(?<!\\)\$$|\\z$/;
const ended = (pattern) => (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.r)(pattern) ? pattern : `${pattern.replace(OPEN_END, "")}$`;
function regexOf(value) {
	return value.length > 1 && value.startsWith("/") && value.endsWith("/") ? value.slice(1, -1) : void 0;
}
function buildSubject(entries) {
	const ask = "sub is required by Datadog";
	const repository = literal(entries, "repository");
	const parts = /^([^/\s]+)\/([^/\s]+)$/.exec(repository ?? "");
	if (parts?.[1] === void 0 || parts[2] === void 0) return { problem: `${ask} and cannot be made, since ${entries["repository"] === void 0 ? "no repository is given" : "repository is not one OWNER/NAME"}; add repository: OWNER/NAME, or sub: repo:OWNER/NAME:ref:refs/heads/main.` };
	const owner = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(parts[1]);
	const name = (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(parts[2]);
	const classic = `repo:${owner}/${name}`;
	const immutable = `repo:${owner}@${idOf(entries, "repository_owner_id")}/${name}@${idOf(entries, "repository_id")}`;
	const context = contextOf(entries);
	if (context === void 0) return { problem: `${ask} and cannot be made from repository alone; add ref: refs/heads/main or environment: NAME for the jobs that are meant, or sub: /${eitherForm(`${classic}:.+`, `${immutable}:.+`)}/ for every job of the repository.` };
	return { pattern: eitherForm(`${classic}:${context}`, `${immutable}:${context}`) };
}
function contextOf(entries) {
	if (entries["environment"] !== void 0) {
		const environment = literal(entries, "environment");
		return `environment:${environment === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(environment.replaceAll(":", "%3A"))}`;
	}
	const ref = literal(entries, "ref");
	if (literal(entries, "event_name") === "pull_request" || ref?.startsWith("refs/pull/")) return "pull_request";
	if (entries["ref"] === void 0) return void 0;
	return `ref:${ref === void 0 ? ".+" : (0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(ref)}`;
}
function literal(entries, name) {
	const value = entries[name];
	return value === void 0 || regexOf(value) !== void 0 ? void 0 : value;
}
function idOf(entries, name) {
	const id = literal(entries, name);
	return id !== void 0 && /^\d+$/.test(id) ? id : "\\d+";
}
const withoutIds = (subject) => subject.replace(/^(repo:[^/@:]+)@\d+\/([^@:]+)@\d+(?=:|$)/, "$1/$2");
const isClassicSubject = (subject) => /^repo:[^/@:]+\/[^/@:]+:(?:ref:.+|environment:.+|pull_request)$/.test(subject);
function claimsOfThisJob(tokenClaims) {
	const subject = tokenClaims["sub"];
	const isPullRequest = tokenClaims["event_name"] === "pull_request";
	const names = [
		"repository",
		"repository_id",
		"repository_owner",
		"repository_owner_id",
		tokenClaims["environment"] !== void 0 ? "environment" : isPullRequest ? "event_name" : "ref"
	];
	if (typeof subject === "string" && !isClassicSubject(withoutIds(subject))) names.push("sub");
	const claims = {};
	for (const name of names) {
		const value = tokenClaims[name];
		if (typeof value !== "string" && typeof value !== "number") continue;
		const text = String(value);
		const both = name === "sub" ? withOwnerFirst(text) : void 0;
		if (both !== void 0) claims[name] = `/${both}/`;
		else claims[name] = regexOf(text) === void 0 ? text : `/^${(0,_skeletons_js__WEBPACK_IMPORTED_MODULE_1__.n)(text)}$/`;
	}
	return claims;
}



/***/ })

};
;