"use strict";
exports.id = 7;
exports.ids = [7];
exports.modules = {

/***/ 2007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirmOrganization: () => (/* binding */ confirmOrganization),
/* harmony export */   explainUnauthorized: () => (/* binding */ explainUnauthorized)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4450);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);



// src/operations/organization.ts
async function confirmOrganization({ client, job, place, journal }) {
	const { organization } = await client.directory();
	const reading = organization.org();
	const org = await (place.orgUuid === void 0 ? reading.catch(ifUndocumented) : reading);
	if (org !== void 0) {
		journal.say(`Organization: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__.o)(organizationText(org))}.`);
		journal.organization(org);
	}
	const expected = place.orgUuid;
	if (expected === void 0) return org ?? {};
	if (org === void 0) {
		if (job.identity !== void 0) return { uuid: expected };
		const caller = await organization.currentUser();
		if (caller.status === "forbidden" && caller.isUnauthorized) throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("unauthorized", "Datadog answered 401 Unauthorized when asked whose credentials these are.");
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("forbidden", `Could not determine whether the credentials belong to the organization ${expected}, which org-uuid names: Datadog answered neither whose credentials these are nor which organization the API key belongs to. Nothing was changed.`, { advice: "Use credentials that may read their own account, or leave org-uuid out." });
	}
	if (org.uuid.toLowerCase() === expected.toLowerCase()) return org;
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t("wrong-org", `The credentials belong to the organization ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__.o)(organizationText(org))}, and org-uuid names ${expected}. Nothing was changed.`);
}
function ifUndocumented(thrown) {
	if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__.t) || thrown.reason !== "bad-response") throw thrown;
}
function organizationText({ uuid, name }) {
	if (uuid === void 0) return name ?? "unknown";
	return name === void 0 ? uuid : `${name} (${uuid})`;
}
async function explainUnauthorized(failure, { client, job }) {
	if (client.stopped() !== void 0 || job.identity !== void 0) return failure;
	const found = await findWrongKey(client).catch(_failure_js__WEBPACK_IMPORTED_MODULE_0__.i);
	if (found === void 0) return failure;
	const { reason, sentence, advice, ...details } = failure;
	const explained = new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(reason, `${sentence} ${found.text}`, {
		...details,
		advice: found.advice ?? advice
	});
	return failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_1__.tt ? new _index_js__WEBPACK_IMPORTED_MODULE_1__.tt(explained, failure.known) : explained;
}
async function findWrongKey(client) {
	const { organization } = await client.directory();
	const wrong = await organization.wrongKey();
	if (wrong === "api-key") return { text: "Datadog does not accept the API key." };
	const org = await organization.org();
	if (org === void 0) return void 0;
	const good = `is good, for the organization ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__.o)(organizationText(org))}`;
	if (wrong === "app-key") return {
		text: `The API key ${good}; Datadog does not accept the application key with it.`,
		advice: "Check app-key: it belongs to another organization, or was revoked."
	};
	return { text: `Datadog says that what the step logs in with ${good}.` };
}



/***/ })

};
;