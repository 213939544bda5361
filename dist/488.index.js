"use strict";
exports.id = 488;
exports.ids = [488];
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
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9433);


// src/datadog/directory/reading.ts
function ask(session, { read, ...call }) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(session, {
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
	#isRefused;
	#refusals = [];
	#isAllowed = false;
	constructor(isRefused = () => false) {
		this.#isRefused = isRefused;
	}
	get(key, ask) {
		const known = this.#answers.get(key) ?? (this.#isAllowed ? void 0 : this.#refusals[1]);
		if (known !== void 0) return known;
		const answer = ask();
		this.#answers.set(key, answer);
		answer.then((value) => {
			if (this.#isRefused(value)) this.#refusals.push(answer);
			else this.#isAllowed = true;
		}, () => this.#answers.delete(key));
		return answer;
	}
};
function isRefused({ status }) {
	return status === "forbidden";
}
function mapped(reading, map) {
	return reading.status === "found" ? {
		status: "found",
		value: map(reading.value)
	} : reading;
}
// src/datadog/directory/search.ts
async function search(session, { path, filter, size, purpose, permission, read }, text) {
	const refused = [];
	const items = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.rn)(session, {
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
const LARGEST_PAGE = 1e3;
var Accounts = class {
	#session;
	#byUuid = new Once(isRefused);
	#searches = new Once(isRefused);
	#powers = /* @__PURE__ */ new Map();
	#names = /* @__PURE__ */ new Map();
	constructor(session) {
		this.#session = session;
	}
	byUuid(uuid) {
		return this.#byUuid.get(uuid.toLowerCase(), () => ask(this.#session, {
			path: `/api/v2/users/${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.P)(uuid)}`,
			purpose: `read the account ${uuid}`,
			permission: _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
			read: (answer) => this.#noted(this.#sharing(readAccount(answer)))
		}));
	}
	async identifiedBy(identifier) {
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.yn)(identifier)) {
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
	nameOf(uuid) {
		return this.#names.get(uuid.toLowerCase());
	}
	#noted(account) {
		const name = (0,_power_js__WEBPACK_IMPORTED_MODULE_1__.t)(account);
		if (name !== account.uuid) this.#names.set(account.uuid.toLowerCase(), name);
		return account;
	}
	#search(text) {
		return this.#searches.get(text ?? "", () => {
			const collection = {
				path: "/api/v2/users",
				filter: "filter",
				size: LARGEST_PAGE,
				purpose: text === void 0 ? "list the accounts" : `search the accounts for ${text}`,
				permission: _index_js__WEBPACK_IMPORTED_MODULE_0__.x,
				read: readAccounts
			};
			return search(this.#session, collection, text).then((reading) => mapped(reading, (found) => found.map(({ account }) => this.#noted(this.#sharing(account)))));
		});
	}
	#sharing(account) {
		const { roles, permissions } = account;
		const key = JSON.stringify([roles, permissions]);
		const power = this.#powers.get(key) ?? {
			roles,
			permissions
		};
		this.#powers.set(key, power);
		return {
			...account,
			...power
		};
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
	const { data, included } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(oneSchema(), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer));
	return accountOf(data, new Included(included));
}
function readAccounts(answer) {
	const { data, included, meta } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(manySchema(), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer));
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
const text = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)());
const flag = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.U)());
const links = () => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() }))) }));
function userSchema() {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
			name: text(),
			email: text(),
			handle: text(),
			service_account: flag(),
			disabled: flag(),
			status: text()
		}),
		relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ roles: links() }))
	});
}
const roleSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(() => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
	id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(),
	attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		name: text(),
		managed: flag()
	})),
	relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ permissions: links() }))
}));
const oneSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(() => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
	data: userSchema(),
	included: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)())
}));
const manySchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.z)(() => {
	const page = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ total_filtered_count: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)()) }));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(userSchema()),
		included: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)()),
		meta: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ page }))
	});
});
var Included = class {
	#roles = /* @__PURE__ */ new Map();
	#permissions = /* @__PURE__ */ new Map();
	constructor(objects) {
		for (const object of Array.isArray(objects) ? objects : []) {
			const type = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(object, "type");
			if (type === "roles") this.#addRole(object);
			else if (type === "permissions") this.#addPermission(object);
		}
	}
	#addRole(object) {
		const role = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.at)(roleSchema(), object);
		if (role.success) this.#roles.set(role.data.id, role.data);
	}
	#addPermission(object) {
		const id = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(object, "id");
		const name = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.I)(object, "attributes"), "name");
		if (typeof id === "string" && typeof name === "string") this.#permissions.set(id, name);
	}
	describes(roleId) {
		const role = this.#roles.get(roleId);
		const permissions = role?.relationships?.permissions?.data;
		return typeof role?.attributes?.name === "string" && !!permissions?.every(({ id }) => this.#permissions.has(id));
	}
	role(id) {
		const attributes = this.#roles.get(id)?.attributes;
		return {
			id,
			name: attributes?.name ?? id,
			managed: attributes?.managed === true
		};
	}
	permissionsOfRole(roleId) {
		return (this.#roles.get(roleId)?.relationships?.permissions?.data ?? []).map(({ id }) => this.#permissions.get(id) ?? id);
	}
};
function isHandleOf(id, handle) {
	return handle?.toLowerCase() === id.toLowerCase();
}
function accountOf({ id, attributes, relationships }, included) {
	const { name, email, handle } = attributes;
	const roles = (relationships?.roles?.data ?? []).map((role) => included.role(role.id));
	return {
		uuid: id,
		...name && { name },
		...email && { email },
		...handle && { handle },
		serviceAccount: attributes.service_account ?? (isHandleOf(id, handle) ? true : void 0),
		disabled: attributes.disabled === true || attributes.status === "Disabled",
		roles,
		permissions: [...new Set(roles.flatMap((role) => included.permissionsOfRole(role.id)))].sort(),
		isPartial: !relationships?.roles?.data || !roles.every(({ id }) => included.describes(id))
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

/***/ 6163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirmOrganization: () => (/* binding */ confirmOrganization),
/* harmony export */   explainUnauthorized: () => (/* binding */ explainUnauthorized)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

// src/operations/credentials-check.ts
async function confirmOrganization({ client, job, place, journal }) {
	const { organization } = await client.directory();
	const reading = organization.org();
	const org = await (place.orgUuid === void 0 ? reading.catch(ifUndocumented) : reading);
	if (org !== void 0) {
		journal.say(`Organization: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(organizationText(org))}.`);
		journal.organization(org);
	}
	const expected = place.orgUuid;
	if (expected === void 0) return org ?? {};
	if (org === void 0) {
		if (job.identity !== void 0) return { uuid: expected };
		const caller = await organization.currentUser();
		if (caller.status === "forbidden" && caller.isUnauthorized) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("unauthorized", "Datadog answered 401 Unauthorized when asked whose credentials these are.");
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("forbidden", `Could not determine whether the credentials belong to the organization ${expected}, which org-uuid names: Datadog answered neither whose credentials these are nor which organization the API key belongs to. Nothing was changed.`, { advice: "Use credentials that may read their own account, or leave org-uuid out." });
	}
	if (org.uuid.toLowerCase() === expected.toLowerCase()) return org;
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("wrong-org", `The credentials belong to the organization ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(organizationText(org))}, and org-uuid names ${expected}. Nothing was changed.`);
}
function ifUndocumented(thrown) {
	if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || thrown.reason !== "bad-response") throw thrown;
}
function organizationText({ uuid, name }) {
	if (uuid === void 0) return name ?? "unknown";
	return name === void 0 ? uuid : `${name} (${uuid})`;
}
async function explainUnauthorized(failure, { client, job }) {
	if (client.stopped() !== void 0 || job.identity !== void 0) return failure;
	const found = await findWrongKey(client).catch(_index_js__WEBPACK_IMPORTED_MODULE_0__.Fn);
	if (found === void 0) return failure;
	const { reason, sentence, advice, ...details } = failure;
	const explained = new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(reason, `${sentence} ${found.text}`, {
		...details,
		advice: found.advice ?? advice
	});
	return failure instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.ot ? new _index_js__WEBPACK_IMPORTED_MODULE_0__.ot(explained, failure.known) : explained;
}
async function findWrongKey(client) {
	const { organization } = await client.directory();
	const wrong = await organization.wrongKey();
	if (wrong === "api-key") return { text: "Datadog does not accept the API key." };
	const org = await organization.org();
	if (org === void 0) return void 0;
	const good = `is valid for the organization ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(organizationText(org))}`;
	if (wrong === "app-key") return {
		text: `The API key ${good}, but Datadog does not accept the application key with it.`,
		advice: "Check app-key: it belongs to another organization, or was revoked."
	};
	return { text: `Datadog says that the credential ${good}.` };
}



/***/ }),

/***/ 2647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Directory: () => (/* binding */ Directory)
/* harmony export */ });
/* harmony import */ var _accounts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5526);
/* harmony import */ var _organization_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4853);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);



// src/datadog/directory/roles.ts
const LARGEST_PAGE$1 = 100;
var Roles = class {
	#session;
	#plain = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	#byId = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	#searches = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	#permissions = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	constructor(session) {
		this.#session = session;
	}
	byId(id) {
		return this.#byId.get(id.toLowerCase(), async () => {
			const [role, permissions] = await Promise.all([this.plain(id), (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.r)(this.#session, {
				path: `${pathOf(id)}/permissions`,
				purpose: `read the permissions of the role ${id}`,
				permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.x,
				read: readPermissions
			})]);
			if (role.status !== "found") return role;
			if (permissions.status === "missing") return { status: "forbidden" };
			return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.i)(permissions, (found) => ({
				...role.value,
				permissions: found.map(({ name }) => name).sort()
			}));
		});
	}
	plain(id) {
		return this.#plain.get(id.toLowerCase(), () => (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.r)(this.#session, {
			path: pathOf(id),
			purpose: `read the role ${id}`,
			permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.x,
			read: readRole
		}));
	}
	async named(name) {
		const found = await this.#search(name);
		const isExact = (role) => role.name === name;
		if (found.status !== "found" || found.value.some(isExact)) return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.i)(found, (roles) => ({
			matches: roles.filter(isExact),
			candidates: []
		}));
		return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.i)(await this.#search(void 0), (roles) => ({
			matches: roles.filter(isExact),
			candidates: roles.map((role) => role.name)
		}));
	}
	permissions() {
		return this.#permissions.get("", () => (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.r)(this.#session, {
			path: "/api/v2/permissions",
			purpose: "list the permissions",
			permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.x,
			read: readPermissions
		}));
	}
	all() {
		return this.#search(void 0);
	}
	#search(text) {
		return this.#searches.get(text ?? "", () => {
			const purpose = text === void 0 ? "list the roles" : `search the roles for ${text}`;
			const collection = {
				path: "/api/v2/roles",
				filter: "filter",
				size: LARGEST_PAGE$1,
				purpose,
				permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.x
			};
			return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.t)(this.#session, {
				...collection,
				read: readRoles
			}, text);
		});
	}
};
function pathOf(id) {
	return `/api/v2/roles/${(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.P)(id)}`;
}
function roleSchema() {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
			name: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(),
			managed: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.U)())
		})
	});
}
function roleOf({ id, attributes }) {
	return {
		id,
		name: attributes.name,
		managed: attributes.managed === true
	};
}
const oneSchema$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(() => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ data: roleSchema() }));
function readRole(answer) {
	return roleOf((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.L)(oneSchema$1(), (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(answer)).data);
}
const manySchema$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(() => {
	const page = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ total_filtered_count: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Y)()) }));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.H)(roleSchema()),
		meta: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ page }))
	});
});
function readRoles(answer) {
	const { data, meta } = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.L)(manySchema$1(), (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(answer));
	const total = meta?.page?.total_filtered_count;
	return {
		items: data.map(roleOf),
		...typeof total === "number" && { total }
	};
}
const permissionsSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(() => {
	const attributes = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
		name: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(),
		display_name: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)()),
		name_aliases: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)()))
	});
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ attributes })) });
});
function readPermissions(answer) {
	const { data } = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.L)(permissionsSchema(), (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(answer));
	return data.map(({ attributes: { name, display_name: displayName, name_aliases: aliases } }) => ({
		name,
		...displayName && { displayName },
		aliases: aliases ?? []
	}));
}
// src/datadog/directory/teams.ts
const LARGEST_PAGE = 100;
var Teams = class {
	#session;
	#byId = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	#searches = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.n();
	constructor(session) {
		this.#session = session;
	}
	byId(id) {
		return this.#byId.get(id.toLowerCase(), () => (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.r)(this.#session, {
			path: `/api/v2/team/${(0,_index_js__WEBPACK_IMPORTED_MODULE_2__.P)(id)}`,
			purpose: `read the team ${id}`,
			permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.S,
			read: (answer) => teamOf((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.L)(oneSchema(), (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(answer)).data)
		}));
	}
	async named(text) {
		const found = await this.#search(text);
		const isExact = ({ handle, name }) => handle === text || name === text;
		if (found.status !== "found" || found.value.some(isExact)) return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.i)(found, (teams) => ({
			matches: teams.filter(isExact),
			candidates: []
		}));
		return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.i)(await this.#search(void 0), (teams) => ({
			matches: teams.filter(isExact),
			candidates: teams.map(({ handle }) => handle)
		}));
	}
	all() {
		return this.#search(void 0);
	}
	#search(text) {
		return this.#searches.get(text ?? "", () => {
			const purpose = text === void 0 ? "list the teams" : `search the teams for ${text}`;
			const collection = {
				path: "/api/v2/team",
				filter: "filter[keyword]",
				size: LARGEST_PAGE,
				purpose
			};
			return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_0__.t)(this.#session, {
				...collection,
				permission: _index_js__WEBPACK_IMPORTED_MODULE_2__.S,
				read: readTeams
			}, text);
		});
	}
};
function teamSchema() {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
			name: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)(),
			handle: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.et)()
		})
	});
}
function teamOf({ id, attributes: { name, handle } }) {
	return {
		id,
		name,
		handle
	};
}
const oneSchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(() => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ data: teamSchema() }));
const manySchema = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.z)(() => {
	const pagination = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ total: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.Y)()) }));
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.H)(teamSchema()),
		meta: (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_2__.X)({ pagination }))
	});
});
function readTeams(answer) {
	const { data, meta } = (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.L)(manySchema(), (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.R)(answer));
	const total = meta?.pagination?.total;
	return {
		items: data.map(teamOf),
		...typeof total === "number" && { total }
	};
}
// src/datadog/directory/directory.ts
var Directory = class {
	accounts;
	roles;
	teams;
	organization;
	constructor(session) {
		this.accounts = new _accounts_js__WEBPACK_IMPORTED_MODULE_0__.Accounts(session);
		this.roles = new Roles(session);
		this.teams = new Teams(session);
		this.organization = new _organization_js__WEBPACK_IMPORTED_MODULE_1__/* .OrganizationReader */ .L(session);
	}
};



/***/ }),

/***/ 5524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Names: () => (/* binding */ Names),
/* harmony export */   withIds: () => (/* binding */ withIds)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);

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
			const given = resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)(what)];
			if (given !== void 0 && given !== id) throw disagreeing(what, name, {
				id,
				given
			});
			resolved[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.It)(what)] = id;
		}
		const { accountIdentifier: account } = resolved;
		if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.vn)(account)) resolved.accountIdentifier = await this.findAccount(account) ?? account;
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
		this.#said.add(`The ${what} "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" is ${id}.`);
		return id;
	}
};
function only(what, name, found) {
	const ids = [...new Set(found)].sort();
	if (ids.length < 2) return ids[0];
	const isAccount = what === "service account";
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("ambiguous", `${isAccount ? "account-identifier" : what}: ${ids.length} ${what}s are called "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}": ${ids.join(", ")}.`, { advice: isAccount ? "Give the UUID of one of them." : `Give the id of one of them as ${what}-id.` });
}
function unknown(what, name, candidates) {
	const known = [...new Set(candidates)].sort();
	const meant = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.An)(name, known);
	const shown = known.slice(0, MOST_CANDIDATES).map((one) => `"${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(one)}"`);
	const more = known.length > shown.length ? `, and ${known.length - shown.length} more` : "";
	const list = shown.length === 0 ? `There are no ${what}s.` : `The ${what}s are ${shown.join(", ")}${more}.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("not-found", `${what}: there is no ${what} called "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}".`, { advice: meant === void 0 ? list : `Did you mean "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(meant)}"? ${list}` });
}
function forbidden(what, name) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("forbidden", `${what}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" could not be looked up.`, { advice: `The credentials need ${what === "role" ? _index_js__WEBPACK_IMPORTED_MODULE_0__.x : _index_js__WEBPACK_IMPORTED_MODULE_0__.S}. Or give ${what}-id.` });
}
function disagreeing(what, name, { id, given }) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", `${what}: "${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name)}" is ${id}, and ${what}-id is ${given}.`, { advice: "Leave one of them out." });
}
const MISTAKES = /* @__PURE__ */ new Set([
	"not-found",
	"ambiguous",
	"invalid-input"
]);
async function resolveAll(names, mappings) {
	const resolved = /* @__PURE__ */ new Map();
	const failures = /* @__PURE__ */ new Map();
	await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.s)(mappings, async (mapping) => {
		try {
			resolved.set(mapping, await names.resolve(mapping));
		} catch (thrown) {
			if (!(thrown instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn) || !MISTAKES.has(thrown.reason)) throw thrown;
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
	throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(first.reason, `${list.length} names cannot be used; nothing was changed.\n${list.join("\n")}`, {
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
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn(reason, `file: ${place}${more}: ${sentence}`, {
		advice,
		cause: failure
	});
}
function refuseSame(mappings) {
	const seen = /* @__PURE__ */ new Map();
	for (const mapping of mappings) {
		const { kind, attributes, place } = mapping;
		const meaning = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind];
		const key = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.f)(kind, attributes);
		const first = seen.get(key);
		if (first !== void 0) {
			const sentence = `file: ${`${meaning.principal(attributes)} → ${meaning.target(attributes)}`} is named twice, once by name: at ${first.place} and at ${place}.`;
			throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.Mn("invalid-input", sentence, { advice: "Leave one out." });
		}
		seen.set(key, mapping);
	}
}



/***/ }),

/***/ 4853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ OrganizationReader),
/* harmony export */   currentUser: () => (/* binding */ currentUser)
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
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.N)(session, {
		method: "GET",
		...CURRENT_USER
	});
}
var OrganizationReader = class {
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
				const attributes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ value: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() });
				return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ attributes }) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer)).data.attributes.value;
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
			read: (answer) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() }) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer)).data.id
		});
	}
	async #ask(read) {
		const reading = await this.#answers.get(read.path, () => (0,_accounts_js__WEBPACK_IMPORTED_MODULE_1__.r)(this.#session, read));
		return (0,_accounts_js__WEBPACK_IMPORTED_MODULE_1__.i)(reading, (value) => value);
	}
};
function readCurrentUser(answer) {
	const link = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)() })) }));
	const object$1 = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		type: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(),
		id: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)(),
		attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ name: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)()) }))
	});
	const schema = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ relationships: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ org: link })), void 0) }),
		included: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.q)(object$1), null))), [])
	});
	const { data, included } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)(schema, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer));
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
	const entry = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ attributes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		preference_type: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)(),
		preference_data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nt)()
	}) });
	const { data } = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.L)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ data: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.tt)([entry, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.H)(entry)]) }), (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.R)(answer));
	for (const { attributes } of [data].flat()) {
		const pair = [attributes.preference_type, attributes.preference_data];
		const value = pair.find((member) => typeof member === "boolean");
		if (pair.includes("saml_authn_mapping_roles") && value !== void 0) return value;
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



/***/ })

};
;