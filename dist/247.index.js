"use strict";
exports.id = 247;
exports.ids = [247];
exports.modules = {

/***/ 6534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainRefusedAccount: () => (/* binding */ explainRefusedAccount),
/* harmony export */   whyNotMapped: () => (/* binding */ whyNotMapped)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9433);


// src/operations/refused-account.ts
const MOST_NAMED = 20;
async function explainRefusedAccount(client, accountIdentifier, failure) {
	const why = client.stopped() === void 0 ? await whyNotMapped(client, accountIdentifier).catch(_index_js__WEBPACK_IMPORTED_MODULE_0__.Fn) : void 0;
	if (why === void 0) return failure;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(failure.reason, `${failure.sentence} ${why.text}`, {
		advice: why.advice ?? failure.advice,
		cause: failure
	});
}
async function whyNotMapped(client, accountIdentifier) {
	const { accounts, organization } = await client.directory();
	const [target, caller] = await Promise.all([accounts.find(accountIdentifier), organization.currentUser()]);
	if (target.status !== "found") return void 0;
	const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_1__.t)(target.value);
	if (target.value.permissions.length === 0 && !target.value.isPartial) return {
		text: `${name} has no permission, and Datadog does not map such an account.`,
		advice: "Give the account a role first."
	};
	if (caller.status !== "found" || caller.value.isPartial || caller.value.permissions.length === 0) return void 0;
	const own = new Set(caller.value.permissions);
	const lacking = target.value.permissions.filter((permission) => !own.has(permission));
	if (lacking.length === 0) return void 0;
	return { text: `${name} has permissions that the caller lacks: ${lacking.slice(0, MOST_NAMED).join(", ")}${lacking.length > MOST_NAMED ? ` and ${lacking.length - MOST_NAMED} more` : ""}.` };
}



/***/ }),

/***/ 7155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planUpdate: () => (/* binding */ planUpdate),
/* harmony export */   update: () => (/* binding */ update)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _guard_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8648);
/* harmony import */ var _replacement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);



// src/operations/update.ts
async function update(request, context) {
	const { client } = context;
	const { kind, mappingId, attributes, force } = request;
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind];
	const change = await planUpdate(client, request);
	if (change.action === "blocked") {
		const sentence = `Could not update the ${meaning.title} ${mappingId}. ${change.why}`;
		throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.st)(change.live, sentence, { advice: "Nothing was changed." });
	}
	if (change.action === "unchanged") return unchanged(await client.named(change.live));
	const refusals = await (0,_guard_check_js__WEBPACK_IMPORTED_MODULE_1__.i)(change, force, context);
	if (refusals.length > 0) throw (0,_guard_check_js__WEBPACK_IMPORTED_MODULE_1__.n)(refusals);
	const details = change.notes.map(({ text }) => text);
	if (change.action === "update") {
		const mapping = await client.update(kind, mappingId, attributes);
		if (mapping === void 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, "update", await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.D)(client, kind, mappingId, "update"));
		return updated(mapping, "updated", details);
	}
	const { mappings, changed } = await (0,_replacement_js__WEBPACK_IMPORTED_MODULE_2__.t)(change, context);
	const [mapping] = mappings;
	if (mapping === void 0) throw new Error("a replacement without a mapping");
	const named = await client.named(mapping);
	return changed === false ? unchanged(named) : {
		...updated(named, "replaced", details),
		changed
	};
}
async function planUpdate(client, request) {
	const { kind, attributes } = request;
	const { mapping: live, notes } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(client, request, "update");
	if (live === void 0) throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, "update", notes);
	const wanted = {
		kind,
		attributes: merged(live, attributes)
	};
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)([wanted], [live]));
	const change = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.u)(live, wanted, await othersOf(client, live, wanted.attributes), { sameAccount });
	if (change.action === "blocked" && change.code === "account-unknown") {
		const sentence = `Could not update the ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title} ${live.id}. ${change.why}`;
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("forbidden", sentence, { advice: "Nothing was changed." });
	}
	return change;
}
async function othersOf(client, live, wanted) {
	const { kind } = live;
	if (_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].duplicates || (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], wanted) === (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Xt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind], live)) return [];
	return [...await client.list(kind), ...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(client, [kind], [kind])];
}
function merged(live, given) {
	const kept = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tn)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.mt)(live));
	const { roleId: _role, teamId: _team, ...others } = kept;
	return {
		...given.roleId !== void 0 || given.teamId !== void 0 ? others : kept,
		...given
	};
}
function unchanged(mapping) {
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind];
	return {
		result: "unchanged",
		changed: false,
		mapping,
		sentence: `Nothing to do for the ${meaning.title} ${mapping.id}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(meaning, mapping)}.`
	};
}
function updated(mapping, result, details) {
	const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind];
	return {
		result,
		changed: true,
		mapping,
		sentence: `${result === "updated" ? "Updated" : "Replaced"} the ${meaning.title}, which is now ${mapping.id}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(meaning, mapping)}.`,
		details
	};
}



/***/ })

};
;