"use strict";
exports.id = 853;
exports.ids = [853,526];
exports.modules = {

/***/ 5526:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Accounts: () => (/* binding */ Accounts),
/* harmony export */   i: () => (/* binding */ mapped),
/* harmony export */   isNamed: () => (/* binding */ isNamed),
/* harmony export */   n: () => (/* binding */ Once),
/* harmony export */   r: () => (/* binding */ ask),
/* harmony export */   readAccount: () => (/* binding */ readAccount),
/* harmony export */   t: () => (/* binding */ search)
/* harmony export */ });
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1513);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);


// src/datadog/directory/reading.ts
function ask(session, { read, ...call }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(session, {
		...call,
		method: "GET",
		read: (answer) => ({
			status: "found",
			value: read(answer)
		}),
		accept: ({ status }) => {
			if (status === 404) return { value: { status: "missing" } };
			if (status === 401) return { value: {
				status: "forbidden",
				isUnauthorized: true
			} };
			return status === 403 ? { value: { status: "forbidden" } } : void 0;
		}
	});
}
var Once = class {
	#answers = /* @__PURE__ */ new Map();
	get(key, ask) {
		const known = this.#answers.get(key);
		if (known !== void 0) return known;
		const answer = ask();
		this.#answers.set(key, answer);
		answer.catch(() => this.#answers.delete(key));
		return answer;
	}
};
function mapped(reading, map) {
	return reading.status === "found" ? {
		status: "found",
		value: map(reading.value)
	} : reading;
}
// src/datadog/directory/search.ts
async function search(session, { path, filter, size, purpose, permission, read }, text) {
	const refused = [];
	const items = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.$)(session, {
		purpose,
		size,
		async readPage(number) {
			const reading = await ask(session, {
				path: `${path}?${new URLSearchParams({
					...text !== void 0 && { [filter]: text },
					"page[size]": String(size),
					"page[number]": String(number)
				})}`,
				purpose,
				permission,
				read
			});
			if (reading.status === "found") return reading.value;
			refused.push(reading);
			return {
				items: [],
				total: 0
			};
		}
	});
	return refused[0] ?? {
		status: "found",
		value: items
	};
}
// src/datadog/directory/accounts.ts
const PERMISSION = "the permission user_access_read";
const LARGEST_PAGE = 1e3;
var Accounts = class {
	#session;
	#byUuid = new Once();
	#searches = new Once();
	constructor(session) {
		this.#session = session;
	}
	byUuid(uuid) {
		return this.#byUuid.get(uuid.toLowerCase(), () => ask(this.#session, {
			path: `/api/v2/users/${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)(uuid)}`,
			purpose: `read the account ${uuid}`,
			permission: PERMISSION,
			read: (answer) => readAccount(answer)
		}));
	}
	async identifiedBy(identifier) {
		if ((0,_checked_js__WEBPACK_IMPORTED_MODULE_1__.t)(identifier)) {
			const reading = await this.byUuid(identifier);
			return reading.status === "missing" ? {
				status: "found",
				value: []
			} : mapped(reading, (account) => [account]);
		}
		const named = (found) => found.filter((account) => isNamed(account, identifier));
		const searched = mapped(await this.#search(identifier), named);
		if (searched.status !== "found" || searched.value.length > 0) return searched;
		return mapped(await this.#search(void 0), named);
	}
	async find(identifier) {
		const reading = await this.identifiedBy(identifier);
		if (reading.status !== "found") return reading;
		const enabled = reading.value.filter(({ disabled }) => !disabled);
		const among = enabled.length > 0 ? enabled : reading.value;
		const hit = among.find(({ handle }) => handle?.toLowerCase() === identifier.toLowerCase()) ?? among[0];
		return hit === void 0 ? { status: "missing" } : {
			status: "found",
			value: hit
		};
	}
	async serviceAccountsNamed(name) {
		return mapped(await this.#search(name), (found) => found.filter((account) => account.serviceAccount && !account.disabled && account.name === name));
	}
	#search(text) {
		return this.#searches.get(text ?? "", () => {
			const collection = {
				path: "/api/v2/users",
				filter: "filter",
				size: LARGEST_PAGE,
				purpose: text === void 0 ? "list the accounts" : `search the accounts for ${text}`,
				permission: PERMISSION,
				read: readAccounts
			};
			return search(this.#session, collection, text).then((reading) => mapped(reading, (found) => found.map(({ account }) => account)));
		});
	}
};
function isNamed({ uuid, email, handle }, identifier) {
	return [
		uuid,
		email,
		handle
	].some((name) => name?.toLowerCase() === identifier.toLowerCase());
}
function readAccount(answer) {
	const { data, included } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		data: userSchema(),
		included: includedSchema()
	}), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer));
	return accountOf(data, new Included(included));
}
function readAccounts(answer) {
	const page = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ total_filtered_count: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.V)()) }));
	const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)(userSchema()),
		included: includedSchema(),
		meta: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ page }))
	});
	const { data, included, meta } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(schema, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer));
	const others = new Included(included);
	const total = meta?.page?.total_filtered_count;
	return {
		items: data.map((user) => ({
			id: user.id,
			account: accountOf(user, others)
		})),
		...typeof total === "number" && { total }
	};
}
const text = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)());
const flag = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.F)());
const links = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)() }))) }));
function userSchema() {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
			name: text(),
			email: text(),
			handle: text(),
			service_account: flag(),
			disabled: flag(),
			status: text()
		}),
		relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ roles: links() }))
	});
}
function includedSchema() {
	const object$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		type: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(),
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
			name: text(),
			managed: flag()
		})),
		relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ permissions: links() }))
	});
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(object$1), null))), []);
}
var Included = class {
	#objects;
	constructor(objects) {
		this.#objects = new Map((objects ?? []).flatMap((object) => object ? [[`${object.type} ${object.id}`, object]] : []));
	}
	describes(roleId) {
		const role = this.#objects.get(`roles ${roleId}`);
		const permissions = role?.relationships?.permissions?.data;
		return typeof role?.attributes?.name === "string" && permissions !== void 0 && permissions !== null && permissions.every(({ id }) => typeof this.#objects.get(`permissions ${id}`)?.attributes?.name === "string");
	}
	role(id) {
		const attributes = this.#objects.get(`roles ${id}`)?.attributes;
		return {
			id,
			name: attributes?.name ?? id,
			managed: attributes?.managed === true
		};
	}
	permissionsOfRole(id) {
		return (this.#objects.get(`roles ${id}`)?.relationships?.permissions?.data ?? []).map(({ id }) => this.#objects.get(`permissions ${id}`)?.attributes?.name ?? id);
	}
};
function accountOf({ id, attributes, relationships }, included) {
	const { name, email, handle } = attributes;
	const roles = (relationships?.roles?.data ?? []).map((role) => included.role(role.id));
	return {
		uuid: id,
		...name && { name },
		...email && { email },
		...handle && { handle },
		serviceAccount: attributes.service_account === true,
		disabled: attributes.disabled === true || attributes.status === "Disabled",
		roles,
		permissions: [...new Set(roles.flatMap((role) => included.permissionsOfRole(role.id)))].sort(),
		isPartial: !relationships?.roles?.data || !roles.every(({ id }) => included.describes(id))
	};
}



/***/ }),

/***/ 4853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   currentUser: () => (/* binding */ currentUser),
/* harmony export */   y: () => (/* binding */ Organization)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _accounts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5526);


// src/datadog/directory/organization.ts
const CURRENT_USER = {
	path: "/api/v2/current_user",
	purpose: "ask Datadog whose credentials these are",
	permission: "an account that may log in",
	read: readCurrentUser
};
function currentUser(session) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(session, {
		method: "GET",
		...CURRENT_USER
	});
}
var Organization = class {
	#session;
	#answers = new _accounts_js__WEBPACK_IMPORTED_MODULE_1__.n();
	constructor(session) {
		this.#session = session;
	}
	currentUser() {
		return this.#ask(CURRENT_USER);
	}
	async org() {
		const user = await this.currentUser();
		if (user.status === "found" && user.value.org !== void 0) return user.value.org;
		const key = await this.#validate();
		return key?.status === "found" ? { uuid: key.value } : void 0;
	}
	async wrongKey() {
		const key = await this.#validate();
		if (key === void 0) return void 0;
		if (key.status === "forbidden") return "api-key";
		return (await this.#ask({
			path: "/api/v2/validate_keys",
			purpose: "check the keys",
			permission: "an API key and an application key of one organization",
			read: () => true
		})).status === "forbidden" ? "app-key" : void 0;
	}
	async teamSources() {
		const reading = await this.#ask({
			path: "/api/v2/org_configs/teams_provisioning_sources",
			purpose: "read where the members of teams come from",
			permission: "the permission org_management",
			read(answer) {
				const attributes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ value: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)() });
				return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ attributes }) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer)).data.attributes.value;
			}
		});
		return reading.status === "found" ? reading.value : void 0;
	}
	async enforcesMappings() {
		const reading = await this.#ask({
			path: "/api/v1/org_preferences",
			purpose: "read whether AuthN mappings are enforced",
			permission: "the permission org_management",
			read: readEnforcement
		});
		return reading.status === "found" ? reading.value : void 0;
	}
	async #validate() {
		if (!("dd-api-key" in this.#session.headers)) return void 0;
		return this.#ask({
			path: "/api/v2/validate",
			purpose: "ask Datadog which organization the API key belongs to",
			permission: "a valid API key",
			read: (answer) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)() }) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer)).data.id
		});
	}
	async #ask(read) {
		const reading = await this.#answers.get(read.path, () => (0,_accounts_js__WEBPACK_IMPORTED_MODULE_1__.r)(this.#session, read));
		return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_1__.i)(reading, (value) => value);
	}
};
function readCurrentUser(answer) {
	const link = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)() })) }));
	const object$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		type: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(),
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ name: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.K)()) }))
	});
	const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ org: link })), void 0) }),
		included: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(object$1), null))), [])
	});
	const { data, included } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)(schema, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer));
	const uuid = data.relationships?.org?.data?.id;
	const name = included?.find((other) => other?.type === "orgs" && other.id === uuid)?.attributes?.name;
	return {
		...(0,_accounts_js__WEBPACK_IMPORTED_MODULE_1__.readAccount)(answer),
		...uuid !== void 0 && { org: {
			uuid,
			...name && { name }
		} }
	};
}
function readEnforcement(answer) {
	const entry = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({
		preference_type: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)(),
		preference_data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)()
	}) });
	const { data } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.A)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.q)([entry, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)(entry)]) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.j)(answer));
	for (const { attributes } of [data].flat()) {
		const pair = [attributes.preference_type, attributes.preference_data];
		const value = pair.find((member) => typeof member === "boolean");
		if (pair.includes("saml_authn_mapping_roles") && value !== void 0) return value;
	}
}



/***/ })

};
;