"use strict";
exports.id = 534;
exports.ids = [534];
exports.modules = {

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

/***/ 6534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explainRefusal: () => (/* binding */ explainRefusal),
/* harmony export */   whyNotMapped: () => (/* binding */ whyNotMapped)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7514);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9433);


// src/operations/refused-account.ts
const MOST_NAMED = 20;
async function explainRefusal(client, accountIdentifier, failure) {
	const why = client.stopped() === void 0 ? await whyNotMapped(client, accountIdentifier).catch(_failure_js__WEBPACK_IMPORTED_MODULE_0__.i) : void 0;
	if (why === void 0) return failure;
	return new _failure_js__WEBPACK_IMPORTED_MODULE_0__.t(failure.reason, `${failure.sentence} ${why.text}`, {
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



/***/ })

};
;