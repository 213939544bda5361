"use strict";
exports.id = 692;
exports.ids = [692];
exports.modules = {

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



/***/ })

};
;