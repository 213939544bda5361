"use strict";
exports.id = 780;
exports.ids = [780];
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



/***/ })

};
;