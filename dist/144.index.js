"use strict";
exports.id = 144;
exports.ids = [144];
exports.modules = {

/***/ 1776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ planDocument),
/* harmony export */   r: () => (/* binding */ plan_file_exports),
/* harmony export */   t: () => (/* binding */ notReviewed)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6241);




// src/mappings/plan/plan-file.ts
var plan_file_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ parsePlanFile: () => parsePlanFile });
const FORMAT = 1;
const mapping = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.q)([(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())])));
const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({ "mapping-id": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)() }), mapping);
const notes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()));
const planSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
	version: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)(FORMAT),
	site: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	"org-uuid": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
	prune: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)(),
	digest: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	unchanged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	"org-name": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
	refusals: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		"mapping-ids": (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	}))),
	warnings: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		rank: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)([
			"high",
			"medium",
			"low"
		]),
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		wanted: mapping
	}))),
	power: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.W)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(), (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		text: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)(),
		dangerous: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.F)()
	})))),
	policy: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		rules: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
		violations: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)())
	})),
	unmanaged: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live)),
	unread: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
		kind: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.N)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.d),
		why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()
	}))),
	ignored: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.V)()),
	changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.I)("action", [
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("create"),
			wanted: mapping,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("update"),
			wanted: mapping,
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("replace"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.P)(live),
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("delete"),
			live,
			notes
		}),
		(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.H)({
			action: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.R)("blocked"),
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(mapping),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)(live),
			code: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			why: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.U)((0,_index_js__WEBPACK_IMPORTED_MODULE_1__.K)()),
			notes
		})
	]))
});
function planDocument({ plan, frame, digest, prune }) {
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan);
	return {
		version: FORMAT,
		site: frame.site,
		...frame.orgUuid !== void 0 && { "org-uuid": frame.orgUuid },
		rules: frame.rules,
		prune,
		digest,
		unchanged: plan.changes.length - changes.length,
		changes: changes.map((change) => ({
			...fileChange(change),
			...notesOf(change)
		}))
	};
}
function parsePlanFile(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: `is not JSON. ${WHICH_FILE}` };
	}
	const parsed = planSchema.safeParse(json);
	if (!parsed.success) return { problem: `is not a plan of this version of the action. ${WHICH_FILE}` };
	const { site, rules, prune, changes, "org-uuid": orgUuid } = parsed.data;
	return {
		value: {
			frame: {
				site,
				rules,
				...orgUuid !== void 0 && { orgUuid }
			},
			prune,
			changes: changes.flatMap(reviewed)
		},
		warnings: []
	};
}
function notReviewed(plan, { changes }) {
	const lines = new Set(changes.map(({ line }) => line));
	const aimed = new Set(plan.changes.flatMap((change) => change.action === "blocked" ? [] : aims(change)));
	const open = changes.filter(({ wanted }) => wanted.every((line) => aimed.has(line)));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ot)(plan).filter((change) => {
		const rest = reviewedOf(change);
		if (change.action === "blocked" || lines.has(rest.line)) return false;
		return !open.some(({ wanted, live }) => isWithin(rest.wanted, wanted) && isWithin(rest.live, live));
	});
}
function aims(change) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).flatMap((wanted) => {
		const { kind, attributes } = wanted;
		return [(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)(wanted), (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s)({
			kind,
			attributes
		})];
	});
}
const WHICH_FILE = "Give the file that the output plan-file of operation: plan names.";
function isWithin(part, whole) {
	return part.every((line) => whole.includes(line));
}
function fileChange(change) {
	switch (change.action) {
		case "create": return {
			action: change.action,
			wanted: wantedJson(change.wanted)
		};
		case "replace": return {
			action: change.action,
			wanted: change.wanted.map(wantedJson),
			live: change.live.map(_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)
		};
		case "delete": return {
			action: change.action,
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "update": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live)
		};
		case "blocked": return {
			action: change.action,
			wanted: wantedJson(change.wanted),
			live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)(change.live),
			code: change.code,
			why: change.why
		};
	}
}
function notesOf({ notes }) {
	return notes.length > 0 ? { notes: notes.map(({ text }) => text) } : {};
}
function wantedJson({ kind, attributes, accountUuid }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.dt)({
		kind,
		...attributes,
		...accountUuid !== void 0 && { accountUuid }
	});
}
function reviewed(change) {
	const one = changeIn(change);
	return one === void 0 ? [] : [reviewedOf(one)];
}
function changeIn(change) {
	switch (change.action) {
		case "blocked": return;
		case "create": return {
			action: "create",
			wanted: wantedIn(change.wanted),
			notes: []
		};
		case "replace": return {
			action: "replace",
			wanted: change.wanted.map(wantedIn),
			live: change.live.map(liveIn),
			notes: []
		};
		case "delete": return {
			action: "delete",
			live: liveIn(change.live),
			notes: []
		};
		case "update": return {
			action: "update",
			wanted: wantedIn(change.wanted),
			live: liveIn(change.live),
			notes: []
		};
	}
}
function wantedIn({ kind, ...json }) {
	return {
		kind,
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		...accountIn(json)
	};
}
function liveIn({ kind, "mapping-id": id, ...json }) {
	return {
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.ct)(json),
		kind,
		id,
		...accountIn(json)
	};
}
function accountIn(json) {
	const accountUuid = json[(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("accountUuid")];
	return typeof accountUuid === "string" ? { accountUuid } : {};
}
function reviewedOf(change) {
	return {
		line: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.n)(change),
		wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.st)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.s),
		live: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.at)(change).map(_plan_digest_js__WEBPACK_IMPORTED_MODULE_3__.r)
	};
}



/***/ }),

/***/ 5144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sheetOf: () => (/* binding */ sheetOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1776);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4450);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9433);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3087);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(291);







// src/mappings/mapping-lines.ts
function mappingLines(mapping) {
	return Object.entries((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(mapping)).flatMap(([field, value]) => typeof value === "string" ? [line(field, value)] : Object.entries(value).map(([name, matcher]) => line(`${field}.${fieldName(name)}`, matcher)));
}
function line(field, value) {
	return value === "" ? `${field}:` : `${field}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(value)}`;
}
function fieldName(name) {
	return (0,_visible_js__WEBPACK_IMPORTED_MODULE_6__.o)(name).replace(/[: ]/g, _visible_js__WEBPACK_IMPORTED_MODULE_6__.r);
}
// src/action/report/plan-lines.ts
function diff(before, after, { power }) {
	const [old, ...moreOld] = before;
	const [fresh, ...moreFresh] = after;
	if (old === void 0 || fresh === void 0 || moreOld.length + moreFresh.length > 0) {
		const sign = before.length > 0 && after.length > 0;
		return [...before.flatMap((mapping) => linesOf(mapping, sign ? "-" : " ", power)), ...after.flatMap((mapping) => linesOf(mapping, sign ? "+" : " ", power))];
	}
	const oldLines = linesOf(old, "-", power);
	const freshLines = linesOf(fresh, "+", power);
	return [...new Set([...oldLines, ...freshLines].map(fieldIn))].flatMap((field) => {
		const was = oldLines.find((line) => fieldIn(line) === field);
		const is = freshLines.find((line) => fieldIn(line) === field);
		if (was !== void 0 && was.text === is?.text) return [{
			...was,
			sign: " "
		}];
		return [was, is].filter((line) => line !== void 0);
	});
}
function linesOf(mapping, sign, power) {
	return shownLines(mapping).map((text) => ({
		sign,
		text,
		power: powerAt(text, mapping, power)
	}));
}
function fieldIn({ text }) {
	return text.slice(0, text.indexOf(":"));
}
function shownLines({ kind: _, id: _id, createdAt: _created, modifiedAt: _modified, accountUuid, ...rest }) {
	const isOnlyName = rest.accountIdentifier === void 0 && accountUuid !== void 0;
	return mappingLines({
		...rest,
		...isOnlyName && { accountUuid }
	});
}
function idLines({ id, accountIdentifier, accountUuid, createdAt }) {
	return mappingLines({
		id,
		...accountIdentifier !== void 0 && accountUuid !== void 0 && { accountUuid },
		...createdAt !== void 0 && { createdAt }
	});
}
const POWERFUL = [
	"accountIdentifier",
	"accountUuid",
	"roleId"
].map((name) => ({
	name,
	field: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(name)
}));
function powerAt(text, mapping, power) {
	const field = POWERFUL.find((one) => one.field === fieldIn({ text }));
	if (field === void 0 || power === void 0) return [];
	const found = (field.name === "roleId" ? [mapping.roleId] : [mapping.accountUuid, mapping.accountIdentifier]).flatMap((key) => key === void 0 ? [] : power.get(key) ?? [])[0];
	if (found === void 0) return [];
	const name = "uuid" in found && text.toLowerCase().endsWith(`: ${found.uuid.toLowerCase()}`) ? (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.t)(found) : void 0;
	return [...name !== void 0 && "uuid" in found && name !== found.uuid ? [{
		text: name,
		isDangerous: false
	}] : [], ...partsOf(found)];
}
function partsOf(power) {
	if ("unknown" in power) return [{
		text: `permissions unknown: ${power.unknown}`,
		isDangerous: false
	}];
	if ("roles" in power) return (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.o)(power);
	const { name, permissions } = power;
	const may = (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.n)(power);
	return [
		{
			text: name,
			isDangerous: (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.i)(power)
		},
		{
			text: (0,_power_js__WEBPACK_IMPORTED_MODULE_3__.a)(permissions),
			isDangerous: false
		},
		...may === "" ? [] : [{
			text: may,
			isDangerous: true
		}]
	];
}
// src/action/report/plan-markdown.ts
const LISTS_SHARE = 4;
const MOST_NAMED$1 = 20;
const MOST_NOTES = 10;
const LONGEST_TEXT = 2e3;
const RESERVE = 400;
function planMarkdown(view, sheet) {
	const { room } = sheet;
	const set = new Setter(sheet.clean);
	const share = room.limit / LISTS_SHARE;
	const before = [
		"",
		...sheet.facts.length > 0 ? [sheet.facts.join(" · "), ""] : [],
		...sheet.message ?? [],
		...alert("CAUTION", "apply would refuse this plan:", within(view.refusals.map(set.text), share, room)),
		...alert("WARNING", "Check these:", within(view.warnings.map(set.warning), share, room)),
		...bullets(within(view.remarks.map(set.text), share, room))
	];
	const after = [...view.rest === "" ? [] : [`${view.rest}.`, ""], ...sheet.foot ?? []];
	const title = `### ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(sheet.clean(`Datadog mappings: ${sheet.title}`))}`;
	const unmanagedHead = view.unmanaged.length > 0 ? [...UNMANAGED, ""] : [];
	const left = room.limit - RESERVE - [
		title,
		...before,
		...unmanagedHead,
		...after
	].reduce(adding(room), 0);
	const changes = view.changes.map(set.block);
	const unmanaged = view.unmanaged.map(set.block);
	const shownUnmanaged = fitting(unmanaged, Math.max(left / LISTS_SHARE, left - changes.reduce(adding(room), 0)), room);
	const shown = fitting(changes, left - shownUnmanaged.reduce(adding(room), 0), room);
	const missing = [missingText(changes.length - shown.length, "change"), missingText(unmanaged.length - shownUnmanaged.length, "unmanaged mapping")].filter((text) => text !== "");
	const cut = missing.length === 0 ? "" : `; ${missing.join(" and ")} left out here, see ${room.elsewhere}`;
	return [
		`${title}${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(cut)}`,
		...before,
		...shown,
		...unmanagedHead,
		...shownUnmanaged,
		...after,
		""
	].join("\n");
}
const UNMANAGED = [
	"#### Unmanaged",
	"",
	"Live in Datadog, and neither in the file nor ignored. `apply` leaves these mappings as they are."
];
var Setter = class {
	#clean;
	constructor(clean) {
		this.#clean = clean;
	}
	text = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(this.#clean(text), LONGEST_TEXT));
	#code(text) {
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(this.#clean(text));
	}
	warning = ({ rank, text, principals }) => {
		const names = principals.slice(0, MOST_NAMED$1).map((principal) => this.#code(principal));
		const more = principals.length - names.length;
		return `**${rank}** · ${this.text(text)} ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
	};
	block = (block) => {
		const verb = `**${this.text(block.verbFirst ? capital(block.verb) : block.verb)}**`;
		const [worst] = block.warnings;
		const mark = worst === void 0 ? "" : ` ⚠️ ${worst.rank}`;
		const notes = block.notes.slice(0, MOST_NOTES).map((note) => `- ⚠️ ${this.text(note)}`);
		const more = block.notes.length - notes.length;
		return [
			`${block.verbFirst ? `${verb} ${block.title}` : `${block.title} ${verb}`}${mark}`,
			"",
			...block.lines.map((line) => this.#line(line)),
			...notes,
			...more > 0 ? [`- and ${more} more such notes, which the log has`] : [],
			...block.ids.length > 0 ? [`- <sub>${block.ids.map((id) => this.#code(id)).join(" ")}</sub>`] : [],
			""
		].join("\n");
	};
	#line({ sign, text, power }) {
		return `- ${SIGNS$1[sign]}${this.#code(text)}${this.#power(power)}`;
	}
	#power(parts) {
		if (parts.length === 0) return "";
		return ` (${parts.map(({ text, isDangerous }) => isDangerous ? `**${this.text(text)}**` : this.text(text)).join(", ")})`;
	}
};
const SIGNS$1 = {
	"+": "➕ ",
	"-": "➖ ",
	" ": ""
};
function alert(level, head, items) {
	return items.length === 0 ? [] : [
		`> [!${level}]`,
		`> ${head}`,
		">",
		...items.map((item) => `> - ${item}`),
		""
	];
}
function bullets(items) {
	return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ""];
}
function within(items, limit, room) {
	const shown = fitting(items, limit, room);
	const left = items.length - shown.length;
	return left === 0 ? shown : [...shown, `and ${left} more, see ${room.elsewhere}`];
}
function fitting(items, limit, room) {
	const shown = [];
	let used = 0;
	for (const item of items) {
		const size = adding(room)(0, item);
		if (used + size <= limit) {
			shown.push(item);
			used += size;
		} else if (size < limit / LISTS_SHARE) break;
	}
	return shown;
}
function adding({ size }) {
	return (sum, text) => sum + size(text) + 1;
}
function missingText(count, what) {
	return count === 0 ? "" : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(count, what);
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
// src/action/report/plan-view.ts
function viewOf(planned, tense = "future") {
	const { plan, refusals, unmanaged = [] } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan).map((change) => {
		const found = changeWarnings(change);
		return {
			change,
			found,
			block: changeBlock(change, found, planned, tense)
		};
	}).sort((a, b) => urgency(a) - urgency(b));
	return {
		headline: headlineOf(planned),
		refusals: refusals.map(({ text }) => text),
		warnings: warningGroups(changes.flatMap(({ found }) => found)),
		wantedWarnings: changes.flatMap(({ found }) => found),
		changes: changes.map(({ block }) => block),
		unmanaged: unmanaged.map((mapping) => unmanagedBlock(mapping, planned)),
		remarks: remarksOf(planned),
		rest: restOf(planned)
	};
}
function hasDrifted({ plan, unmanaged, unread = [] }) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan).length > 0 || (unmanaged ?? []).length > 0) return true;
	return unmanaged === void 0 || unread.length > 0 ? void 0 : false;
}
function changeWarnings(change) {
	if (change.action === "unchanged") return [];
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(change).flatMap((wanted) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.n)(wanted.kind, wanted.attributes).map((warning) => ({
		wanted,
		warning
	}))).sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.t)(a.warning, b.warning));
}
function countsOf(planned) {
	const { plan, unmanaged = [] } = planned;
	const extra = unmanaged.length > 0 ? `, ${unmanaged.length} unmanaged` : "";
	if (planned.seenFrom !== "live") return `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)({ changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan) })}${extra}`;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan);
	const count = (test) => changes.filter(test).length;
	const added = count(({ action }) => action === "delete") + unmanaged.length;
	return [
		[count(({ action }) => action === "replace" || action === "update"), "changed"],
		[added, "added"],
		[count(({ action }) => action === "create"), "removed"],
		[count(({ action }) => action === "blocked"), "blocked"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(", ") || "no changes";
}
function headlineOf(planned) {
	const counts = countsOf(planned);
	if (planned.refusals.length > 0) return `not approvable, apply would refuse this plan (${counts})`;
	if (planned.seenFrom === "live") {
		const drifted = hasDrifted(planned);
		if (drifted === true) return `drift (${counts})`;
		return drifted === false ? "no drift" : "no drift in what could be read";
	}
	const number = planned.plan.changes.filter(({ action }) => action !== "unchanged" && action !== "blocked").length;
	if (number === 0) return `nothing to approve (${counts})`;
	return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(number, "change")} to approve (${counts})`;
}
function restOf({ plan, ignored }) {
	return [`${plan.changes.length - (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan).length} unchanged`, ...ignored === void 0 ? [] : [`${ignored} ignored`]].join(", ");
}
function remarksOf({ plan, policy, unread = [] }) {
	return [
		...unread.map(({ kind, why }) => `Could not read the ${_kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[kind].title}s, so what changed there is not known. ${why}`),
		...(policy?.violations ?? []).map((text) => `Violates the policy, and the plan leaves it as it is: ${text}`),
		...plan.changes.flatMap((change) => change.action === "unchanged" ? change.notes.map(({ text }) => text) : [])
	];
}
const LONGEST_NAME = 300;
function warningGroups(found) {
	const groups = /* @__PURE__ */ new Map();
	for (const { wanted, warning } of found) {
		const key = JSON.stringify([
			warning.rank,
			warning.code,
			warning.text
		]);
		const group = groups.get(key) ?? {
			warning,
			principals: []
		};
		group.principals.push((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(_kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[wanted.kind].principal(wanted.attributes), LONGEST_NAME));
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.t)(a.warning, b.warning)).map(({ warning: { rank, field, text }, principals }) => ({
		rank,
		text: `${field}: ${text}`,
		principals
	}));
}
const FIRST = [
	"replace",
	"delete",
	"update",
	"blocked",
	"create"
];
const RANKS = [
	"high",
	"medium",
	"low"
];
function urgency({ change, block }) {
	const rank = block.warnings[0]?.rank;
	const danger = rank === void 0 ? RANKS.length : RANKS.indexOf(rank);
	const isPowerful = block.lines.some(({ power }) => power.some(({ isDangerous }) => isDangerous));
	return FIRST.indexOf(change.action) * 100 + danger * 10 + (isPowerful ? 0 : 1);
}
const SIGNS = {
	create: "+",
	replace: "±",
	update: "~",
	delete: "-",
	blocked: "!",
	unchanged: "="
};
const VERBS = {
	create: {
		future: "create",
		past: "created"
	},
	replace: {
		future: "replace",
		past: "replaced"
	},
	update: {
		future: "update",
		past: "updated"
	},
	delete: {
		future: "delete",
		past: "deleted"
	},
	blocked: {
		future: "cannot create",
		past: "not created"
	},
	unchanged: {
		future: "keep",
		past: "kept"
	}
};
const LIVE_SIGNS = {
	...SIGNS,
	create: "-",
	delete: "+"
};
const LIVE_VERBS = {
	create: "was removed",
	replace: "was changed",
	update: "was changed",
	delete: "was added",
	blocked: "cannot be compared or created again",
	unchanged: "is as it was"
};
function changeBlock(change, found, planned, tense) {
	const isLive = planned.seenFrom === "live";
	const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(change);
	const before = change.action === "blocked" ? [] : live;
	const after = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(change).map(({ kind, attributes }) => ({
		kind,
		...attributes
	}));
	return {
		sign: (isLive ? LIVE_SIGNS : SIGNS)[change.action],
		verb: isLive ? liveVerb(change) : VERBS[change.action][tense],
		title: _kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rt)(change)].title,
		verbFirst: !isLive,
		summary: (after.length > 0 ? after : live).map((mapping) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[mapping.kind], mapping)).join(", "),
		lines: isLive ? diff(after, before, planned) : diff(before, after, planned),
		notes: [...change.action === "blocked" ? [change.why] : [], ...change.notes.map(({ text }) => text)],
		ids: (planned.made?.get(change) ?? live).flatMap(idLines),
		warnings: found.map(({ warning }) => warning)
	};
}
function liveVerb(change) {
	const [wanted] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(change);
	const [live, ...others] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(change);
	if (!(change.action === "replace" || change.action === "update") || wanted === void 0 || live === void 0 || others.length > 0) return LIVE_VERBS[change.action];
	const kind = _kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[live.kind];
	if (wanted.kind !== live.kind || kind.principal(wanted.attributes) !== kind.principal(live)) return LIVE_VERBS[change.action];
	return `now ${kind.persona ? "acts as" : "gives"} ${kind.target(live)}`;
}
function unmanagedBlock(mapping, planned) {
	const warnings = (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.n)(mapping.kind, mapping);
	return {
		sign: planned.seenFrom === "live" ? "+" : "?",
		verb: planned.seenFrom === "live" ? "was added" : "unmanaged",
		title: _kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[mapping.kind].title,
		verbFirst: planned.seenFrom !== "live",
		summary: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__.r)(_kinds_js__WEBPACK_IMPORTED_MODULE_4__.n[mapping.kind], mapping),
		lines: linesOf(mapping, " ", planned.power),
		notes: warnings.map(({ field, text }) => `${field}: ${text}`),
		ids: idLines(mapping),
		warnings
	};
}
// src/action/report/plan-report.ts
function sheetOf(subject, { env, secrets, organization = {} }) {
	const decision = "outcome" in subject ? decisionAfter(subject) : decisionAfterFailure(subject);
	const clean = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ht)(secrets.redact((0,_index_js__WEBPACK_IMPORTED_MODULE_0__._t)(text)));
	const render = (room) => decisionMarkdown(decision, room, {
		env,
		clean,
		organization
	});
	const { title, planned, step, view } = decision;
	return {
		title: title.charAt(0).toUpperCase() + title.slice(1),
		lines: planLines(view),
		markdown: render,
		setOutputs(outputs) {
			if (planned !== void 0) setPlan(planned, view, {
				step,
				outputs
			});
			outputs.setFile("report-file", "datadog-report", render(REPORT_ROOM));
		}
	};
}
const REPORT_ROOM = {
	limit: 65e3,
	size: (text) => text.length,
	elsewhere: "the output plan-file"
};
function decisionAfter({ outcome, step }) {
	const { planned, result, sentence, details = [] } = outcome;
	if (planned === void 0) return {
		planned,
		step,
		view: NOTHING,
		title: "only the file was checked",
		texts: [sentence, ...details],
		isApprovable: false
	};
	const isApplied = result === "applied";
	const view = viewOf(planned, isApplied ? "past" : "future");
	return {
		planned,
		step,
		view,
		title: isApplied ? `applied (${(0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)(planned.plan, "past")})` : view.headline,
		texts: "desired" in step.request ? details : [sentence, ...details],
		isApprovable: planned.refusals.length === 0 && !isApplied
	};
}
function decisionAfterFailure({ failure, planned, step }) {
	const failed = `failed (${failure.reason})`;
	if (planned === void 0) return {
		planned,
		step,
		view: NOTHING,
		title: failed,
		texts: [failure.message],
		isApprovable: false
	};
	const view = viewOf(planned);
	const isRefused = planned.refusals.length > 0;
	const isPlan = step?.request.operation === "plan";
	return {
		planned,
		step,
		view,
		title: isRefused || isPlan ? view.headline : failed,
		texts: isRefused ? [] : [failure.message],
		isApprovable: !isRefused && (isPlan || STILL_APPROVABLE.has(failure.reason))
	};
}
const NOTHING = {
	headline: "",
	refusals: [],
	warnings: [],
	wantedWarnings: [],
	changes: [],
	unmanaged: [],
	remarks: [],
	rest: ""
};
const STILL_APPROVABLE = /* @__PURE__ */ new Set(["approval-missing", "plan-changed"]);
function planLines(view) {
	return [
		...view.refusals.map((text) => `! apply would refuse: ${text}`),
		...view.warnings.map(({ rank, text, principals }) => `! ${rank}: ${text} ${principals.slice(0, MOST_NAMED).join(", ")}${principals.length > MOST_NAMED ? ` and ${principals.length - MOST_NAMED} more` : ""}`),
		...view.changes.flatMap(blockLines),
		...view.unmanaged.flatMap(blockLines),
		...view.remarks.map((text) => `    ${text}`)
	];
}
const MOST_NAMED = 20;
function blockLines({ sign, verb, verbFirst, title, summary, lines, notes, ids, warnings }) {
	return [
		`${sign} ${verbFirst ? `${verb} ${title} ${summary}` : `${title} ${summary} ${verb}`}${warnings[0] === void 0 ? "" : ` (${warnings[0].rank})`}`,
		...lines.map((line) => `    ${line.sign} ${line.text}${powerText(line.power)}`),
		...notes.map((text) => `      ${text}`),
		...ids.map((text) => `      ${text}`)
	];
}
function powerText(parts) {
	return parts.length === 0 ? "" : `  (${parts.map(({ text }) => text).join(", ")})`;
}
function decisionMarkdown({ planned, step, view, title, texts, isApprovable }, room, setting) {
	const set = (line) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(setting.clean(line), LONGEST_LINE));
	const message = texts.flatMap((text) => paragraphs(text.split("\n"), set));
	if (isApprovable && planned !== void 0 && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(planned.plan).length > 0) message.push(`Plan digest: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(planned.digest)}`, "");
	return planMarkdown(view, {
		title,
		facts: factsOf(planned, step, setting),
		message,
		foot: footOf(setting.env),
		room,
		clean: setting.clean
	});
}
const LONGEST_LINE = 1e3;
function paragraphs(lines, set) {
	return lines.flatMap((line, index) => {
		if (line.trim() === "") return [];
		const isEnd = !lines[index + 1]?.startsWith("- ");
		return [line.startsWith("- ") ? `- ${set(line.slice(2))}` : set(line), ...isEnd || !line.startsWith("- ") ? [""] : []];
	});
}
const MOST_FILES = 10;
function factsOf(planned, step, { env, clean, organization }) {
	if (step === void 0) return [];
	const show = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.pt)(clean(text));
	const { request, event, place } = step;
	const { name, uuid = place.orgUuid } = planned?.org ?? organization;
	const facts = [`org ${[...name === void 0 ? [] : [`**${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(clean(name))}**`], ...uuid === void 0 ? [] : [show(uuid)]].join(" ") || "unknown"}`, `site ${show(place.site)}`];
	if (!("desired" in request)) return facts;
	const commit = /^[0-9a-f]{7,64}$/.test(event.commit ?? "") ? ` at ${commitLink(event.commit ?? "", env)}` : "";
	const rules = planned?.policy?.rules ?? [];
	const policy = rules.length === 0 ? "no policy" : `policy: ${rules.map((rule) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(clean(rule))).join("; ")}`;
	const { paths } = request.desired;
	const more = paths.length > MOST_FILES ? ` and ${paths.length - MOST_FILES} more` : "";
	const files = `${paths.length === 1 ? "file" : "files"} ${paths.slice(0, MOST_FILES).map(show).join(", ")}${more}`;
	return [
		...facts,
		`${files}${commit}`,
		policy
	];
}
function commitLink(commit, { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }) {
	const short = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(commit.slice(0, 7));
	return server && repository ? `[${short}](${server}/${repository}/commit/${commit})` : short;
}
function footOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) {
	return server && repository && run ? [`[The run that wrote this](${server}/${repository}/actions/runs/${run})`] : [];
}
function setPlan(planned, view, { step, outputs }) {
	const { plan, digest, unmanaged, org } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ot)(plan);
	const json = outputs.json("plan", documentOf(planned, view));
	outputs.set("has-changes", String(changes.length > 0));
	outputs.set("changes-count", String(changes.length));
	outputs.set("changes-summary", (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)(plan));
	outputs.set("plan-digest", planned.refusals.length === 0 ? digest : "");
	if (unmanaged !== void 0) outputs.set("unmanaged-count", String(unmanaged.length));
	if (step?.request.operation === "plan") outputs.set("drifted", String(hasDrifted(planned) ?? "unknown"));
	if (org?.uuid !== void 0) outputs.set("org-uuid", (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._t)(org.uuid));
	if (org?.name !== void 0) outputs.set("org-name", (0,_index_js__WEBPACK_IMPORTED_MODULE_0__._t)(org.name));
	outputs.set("plan", json);
	outputs.setFile("plan-file", "datadog-plan", json);
}
function documentOf(planned, view) {
	const { refusals, power, policy, org, unmanaged, unread = [], ignored } = planned;
	const { digest, ...document } = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_1__.n)(planned);
	return {
		...document,
		...refusals.length === 0 && { digest },
		...org?.name !== void 0 && { "org-name": org.name },
		refusals: refusals.map(({ code: name, text, mappingIds }) => ({
			code: name,
			text,
			"mapping-ids": mappingIds
		})),
		warnings: view.wantedWarnings.map(({ wanted, warning }) => ({
			...warning,
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)({
				kind: wanted.kind,
				...wanted.attributes
			})
		})),
		...power !== void 0 && { power: Object.fromEntries([...power].map(([key, one]) => [key, partsOf(one).map(({ text, isDangerous }) => ({
			text,
			dangerous: isDangerous
		}))])) },
		...policy !== void 0 && { policy },
		...unmanaged !== void 0 && { unmanaged: unmanaged.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.dt) },
		...unread.length > 0 && { unread },
		...ignored !== void 0 && { ignored }
	};
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

/***/ 291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ warningsOf),
/* harmony export */   r: () => (/* binding */ warnings_exports),
/* harmony export */   t: () => (/* binding */ byDanger)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _arn_overlap_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7185);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3903);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3087);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4450);






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
	anyone: "the claims name neither an owner nor a repository, so a job of anyone on GitHub can match. Add repository: OWNER/NAME with repository_id and repository_owner_id.",
	owner: "the claims match every repository of the owner, also future ones. Add repository: OWNER/NAME and repository_id unless that is meant.",
	recreatable: "the claims go by name and not by id, so a repository that somebody creates again under the same name can match. Add repository_id and repository_owner_id.",
	"any-ref": "the claims match any branch or event, so everyone who can push a branch can match. Add ref: refs/heads/main or environment: NAME."
};
function warningsOf(kind, attributes) {
	const { claims, arnPattern } = attributes;
	const found = [];
	if (claims !== void 0) for (const code of reachesOf(claims)) found.push({
		code,
		field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("claims"),
		text: REACH[code]
	});
	if (arnPattern !== void 0 && (0,_arn_overlap_js__WEBPACK_IMPORTED_MODULE_4__.r)(arnPattern)) {
		const text = `"${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(arnPattern)}" matches every user below that path, also future ones. Name one user unless that is meant.`;
		found.push({
			code: "any-user",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)("arnPattern"),
			text
		});
	}
	for (const name of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__.u)(_kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind])) {
		const text = lookAlikesText(attributes, name);
		if (text !== void 0) found.push({
			code: "look-alikes",
			field: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ct)(name),
			text
		});
	}
	const side = _kinds_js__WEBPACK_IMPORTED_MODULE_3__.n[kind].name.endsWith("-intake") ? "intake" : "persona";
	return found.map((one) => ({
		...one,
		rank: RANKS[one.code][side]
	})).sort(byDanger);
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
	const found = (typeof value === "object" ? Object.entries(value) : [["", value ?? ""]]).flatMap(([claim, text]) => lookAlikesIn(text).map((character) => `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(character)} (${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.r)(character)})${claim && ` in ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)(claim)}`}`));
	if (found.length === 0) return void 0;
	const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : "";
	return `has letters that are not the Latin ones that they look like, or that no keyboard for Latin types: ${found.slice(0, MOST_NAMED).join(", ")}${more}. Check that they are meant.`;
}
const MOST_NAMED = 10;



/***/ })

};
;