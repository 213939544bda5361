"use strict";
exports.id = 874;
exports.ids = [874];
exports.modules = {

/***/ 2829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ unaccepted),
/* harmony export */   r: () => (/* binding */ whyNotAccepted),
/* harmony export */   t: () => (/* binding */ acceptanceHash)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3087);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/mappings/audit/acceptance.ts
function acceptanceHash(mapping, power) {
	const account = mapping.accountUuid ?? mapping.accountIdentifier ?? null;
	const parts = JSON.stringify([
		"v1",
		mapping.kind,
		(0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_0__.n[mapping.kind], mapping),
		account
	]);
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(`${parts.slice(0, -1)},${powerText(power)}]`).digest("hex").slice(0, 32);
}
const known = /* @__PURE__ */ new WeakMap();
function powerText(power) {
	if (power === void 0) return "null,null,null";
	const text = known.get(power) ?? JSON.stringify([
		power.disabled,
		power.roles.map(({ id }) => id).sort(),
		[...power.permissions].sort()
	]).slice(1, -1);
	known.set(power, text);
	return text;
}
function whyNotAccepted(acceptance, { hash, isPowerKnown }, today) {
	const inOneYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
	if (acceptance.until > inOneYear) return `until ${acceptance.until} is more than a year ahead`;
	if (acceptance.until < today) return `it was accepted until ${acceptance.until}`;
	if (acceptance.hash === hash) return void 0;
	return isPowerKnown ? "the mapping or the power of its account changed since it was accepted" : "its account could not be read, so whether its power changed since it was accepted is not known";
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3087);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);



// src/action/report/audit-report.ts
function auditSheet(audited, rendering) {
	return {
		lines: auditLines(audited),
		markdown: auditMarkdown(audited, rendering),
		setOutputs(outputs, report) {
			outputs.set("findings", outputs.json("findings", auditDocument(audited)));
			outputs.set("findings-count", String((0,_acceptance_js__WEBPACK_IMPORTED_MODULE_0__.n)(audited.findings).length));
			outputs.set("unchecked-count", String(audited.unchecked.length + audited.unread.length));
			outputs.set("count", String(audited.count));
			outputs.setFile("report-file", "datadog-report", report);
		}
	};
}
function auditLines({ findings, unchecked, unread }) {
	return [
		...findings.map((finding) => `${mark(finding)}  ${finding.code}  ${finding.mapping.id}  ${whoIn(finding)}: ${finding.what}${remark(finding)}`),
		...grouped(unchecked).map(({ code, why, mappings }) => `not checked  ${code}  ${idsOf(mappings)}: ${why}`),
		...unread.map(({ kind, why }) => `not read  ${_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].title}s: ${why}`)
	];
}
function auditMarkdown(audited, rendering) {
	const text = (value) => rendering.text(value);
	const code = (value) => rendering.code(value);
	const { findings, unchecked, unread, org } = audited;
	const left = (0,_acceptance_js__WEBPACK_IMPORTED_MODULE_0__.n)(audited.findings);
	const accepted = findings.filter((finding) => finding.accepted !== void 0);
	const row = (finding) => `| ${finding.rank} | ${code(finding.code)} | ${text(`${finding.what}${remark(finding)}`)}<br>${text(finding.why)} ${text(finding.fix)} | ${code(whoIn(finding))}<br>${code(finding.mapping.id)}<br><sub>hash ${code(finding.hash)}</sub> |`;
	return [
		...org === void 0 ? [] : [`Organization: ${org.name === void 0 ? code(org.uuid ?? "") : text(org.name)}`, ""],
		...left.length === 0 ? [] : [
			"| Rank | Code | What and why | Mapping |",
			"| --- | --- | --- | --- |",
			...(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(left, row),
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
			...unread.map(({ kind, why }) => `- ${text(`${_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[kind].title}s: ${why}`)}`),
			...grouped(unchecked).map(({ code: name, why, mappings }) => `- ${code(name)} of ${text(idsOf(mappings))}: ${text(/[.!?]$/.test(why) ? why : `${why}.`)}`),
			""
		]
	];
}
function auditDocument({ findings, unchecked, unread }) {
	const common = ({ code, mapping }) => ({
		code,
		kind: mapping.kind,
		"mapping-id": mapping.id
	});
	return {
		version: 1,
		findings: findings.map((finding) => {
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
		unchecked: unchecked.map((one) => ({
			...common(one),
			why: one.why
		})),
		unread: unread.map(({ kind, why }) => ({
			kind,
			why
		}))
	};
}
const LONGEST_NAME = 300;
function whoIn({ mapping }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.mt)(_kinds_js__WEBPACK_IMPORTED_MODULE_1__.n[mapping.kind].principal(mapping), LONGEST_NAME);
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



/***/ })

};
;