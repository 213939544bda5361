"use strict";
exports.id = 524;
exports.ids = [524];
exports.modules = {

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



/***/ })

};
;