"use strict";
exports.id = 300;
exports.ids = [300,620];
exports.modules = {

/***/ 3620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ unexplained),
/* harmony export */   n: () => (/* binding */ holder_exports),
/* harmony export */   r: () => (/* binding */ isSameIdentity),
/* harmony export */   t: () => (/* binding */ findHolder)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3087);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6089);





// src/operations/holder.ts
var holder_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({
	explainConflict: () => explainConflict,
	findHolder: () => findHolder,
	inTheWay: () => inTheWay,
	isSameIdentity: () => isSameIdentity
});
function isSameIdentity({ kind, attributes }, live) {
	return live.kind === kind && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], live) === (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind], attributes);
}
async function findHolder(client, wanted, conflict, isLeaving = () => false) {
	const { sibling } = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[wanted.kind];
	const kinds = [wanted.kind, ...sibling === void 0 ? [] : [sibling]];
	let overlapping;
	for (const kind of kinds) {
		const live = (await listed(client, kind, conflict)).filter((mapping) => !isLeaving(mapping));
		const found = (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted.kind, wanted.attributes, live);
		if (found.excluding[0] !== void 0) return found.excluding[0];
		overlapping ??= found.overlapping[0];
	}
	return overlapping;
}
async function listed(client, kind, conflict) {
	try {
		return await client.list(kind);
	} catch (thrown) {
		if (!(thrown instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.t) || thrown.reason === "cancelled" || thrown.reason === "timeout") throw thrown;
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", `${conflict.sentence} Could not look up which mapping is in the way. ${thrown.sentence}`, { cause: thrown });
	}
}
async function explainConflict(client, request, conflict) {
	return inTheWay(client, request, await findHolder(client, request, conflict), conflict);
}
async function inTheWay(client, request, holder, cause) {
	const { kind, attributes, operation } = request;
	const meaning = _kinds_js__WEBPACK_IMPORTED_MODULE_2__.n[kind];
	if (holder === void 0) return unexplained(cause);
	const start = `Could not ${operation} the ${meaning.title} for ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.r)(meaning, attributes)}`;
	if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, holder) !== (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.o)(meaning, attributes)) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${start}: it overlaps with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Whether Datadog refuses overlapping patterns is not documented. If the live one is the reason, delete it first.",
		cause
	});
	if (holder.kind !== kind) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${start}: it collides with ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`, {
		advice: "Delete that mapping first if it is not needed.",
		cause
	});
	const mapped = `${start}: ${meaning.principal(holder)} is already mapped, by ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.s)(holder)}.`;
	if (await client.isSameAccount(kind, attributes, holder) === void 0) return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, `${mapped} ${(0,_index_js__WEBPACK_IMPORTED_MODULE_4__._)(attributes, holder)}`, {
		advice: "",
		cause
	});
	const advice = meaning.persona ? "Use operation: ensure to replace it, or give the account that it has." : "Run the step again.";
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_4__.nt)(holder, mapped, {
		advice,
		cause
	});
}
function unexplained({ reason, sentence, cause }) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, `${sentence} No mapping that overlaps with it is listed.`, {
		advice: "Another run may have created or deleted a mapping a moment ago: run the step again.",
		cause
	});
}



/***/ }),

/***/ 300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ retold),
/* harmony export */   n: () => (/* binding */ replacement_exports),
/* harmony export */   r: () => (/* binding */ otherAccount),
/* harmony export */   t: () => (/* binding */ replace)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);
/* harmony import */ var _collisions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3819);
/* harmony import */ var _guards_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(692);
/* harmony import */ var _holder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3620);
/* harmony import */ var _checked_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1513);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3087);








// src/operations/new-accounts.ts
async function requireAccounts(client, wanted, purpose, journal) {
	const identifiers = wanted.flatMap(({ kind, attributes: { accountIdentifier } }) => _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[kind].persona && accountIdentifier !== void 0 ? [accountIdentifier] : []);
	const uuids = /* @__PURE__ */ new Map();
	await Promise.all([...new Set(identifiers)].map(async (identifier) => {
		const found = await client.findAccount(identifier);
		if (found.status === "forbidden") journal.say(`Could not check whether the account ${identifier} exists and is enabled: that needs the permission user_access_read. Going on without.`);
		else if (found.status === "missing") throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("not-found", `Could not ${purpose}: no Datadog account has the email, handle or UUID ${identifier}. Nothing was changed.`, { advice: "Correct account-identifier." });
		else if (found.value.disabled) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `Could not ${purpose}: the Datadog account ${identifier} is disabled. Nothing was changed.`, { advice: "Enable the account, or give another one as account-identifier." });
		else if ((0,_checked_js__WEBPACK_IMPORTED_MODULE_7__.t)(identifier) && isPerson(found.value)) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `Could not ${purpose}: ${identifier} is the UUID of a person, and Datadog maps only service accounts by UUID. Nothing was changed.`, { advice: "Give the email of the person, or a service account." });
		else uuids.set(identifier, found.value.uuid);
	}));
	return uuids;
}
function isPerson({ serviceAccount, handle, uuid }) {
	return !serviceAccount && handle?.toLowerCase() !== uuid.toLowerCase();
}
async function requireRestorable(client, { wanted, live, purpose, then }) {
	const { whyNotMapped } = await __webpack_require__.e(/* import() */ 534).then(__webpack_require__.bind(__webpack_require__, 6534));
	const reasonFor = async (identifiers) => {
		for (const identifier of new Set(identifiers)) {
			const why = identifier === void 0 ? void 0 : await whyNotMapped(client, identifier).catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.i);
			if (why !== void 0) return why;
		}
	};
	const ofNew = await reasonFor(wanted.map(({ attributes }) => attributes.accountIdentifier));
	if (ofNew === void 0) return;
	const ofOld = await reasonFor(live.map(({ accountUuid, accountIdentifier }) => accountUuid ?? accountIdentifier));
	if (ofOld === void 0) return;
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("forbidden", `Could not ${purpose}: Datadog would accept neither the new mapping nor the old one again. The new account: ${ofNew.text} The old account: ${ofOld.text}${then}`, { advice: ofNew.advice ?? "Use the credentials of an account that has these permissions." });
}
// src/operations/replacement-failures.ts
function listOf(mappings) {
	return mappings.map(_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s).join(" and ");
}
function retold({ reason, advice, cause, isUnsettled }, sentence) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t(reason, sentence, {
		advice,
		cause,
		isUnsettled
	});
}
function heldBy(wanted, holder, cause) {
	const { title, principal } = _kinds_js__WEBPACK_IMPORTED_MODULE_6__.n[wanted.kind];
	const sentence = `Could not create the ${title} for ${principal(wanted.attributes)}: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(holder)} is in the way.`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("conflict", sentence, {
		advice: "If another run created it meanwhile, let only one run at a time change a mapping, for example with concurrency: in the workflow.",
		cause
	}), { mapping: holder });
}
function otherAccount(mapping, reviewed) {
	return new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `Datadog mapped ${mapping.accountIdentifier} to the account ${mapping.accountUuid}, and it is the name of the account ${reviewed}.`, { advice: "Give the email or the UUID of the account as account-identifier." });
}
function sentenceOf(refused, remains) {
	return [refused.sentence, ...sentencesOf(remains)].join(" ");
}
function sentencesOf({ leftOver, restored, taken, gone, left }) {
	const again = restored.length === 1 ? "The old mapping was" : "The old mappings were";
	return [
		...leftOver.map(({ mapping, why }) => `The new mapping ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)} was not removed. ${why}`),
		...taken.map(({ mapping, holder }) => `Not created again: ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}, because ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(holder)} is in its place.`),
		...gone.map((mapping) => `Someone else deleted ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)} meanwhile, so it was not created again.`),
		...left.filter(({ isUnsure }) => isUnsure).map(unsettled),
		...restored.length === 0 ? [] : [`${again} created again, as ${listOf(restored)}.`]
	];
}
function undone(refused, sentence, left, known) {
	const unsure = left.filter(({ isUnsure }) => isUnsure);
	const holder = refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_2__.tt ? refused.known.mapping : void 0;
	const all = {
		...holder !== void 0 && { mapping: holder },
		...known,
		changed: known.changed === false && unsure.length > 0 ? "unknown" : known.changed
	};
	const pending = unsure.filter(({ failure, isRead }) => !isRead || failure.reason !== "server-error");
	if (pending.length === 0) return new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(retold(refused, sentence), all);
	const text = `THE MAPPING MAY BE GONE. To restore it if it is, run this action with\n${inputsOf(pending.map(({ mapping }) => mapping))}\n${sentence}`;
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", text, { cause: refused }), all);
}
function lost(refused, notRestored, isUnsure, remains) {
	const { leftOver, left } = remains;
	const mappings = notRestored.map(({ mapping }) => mapping);
	const sentence = [
		isUnsure ? `THE MAPPING MAY BE GONE: ${listOf(mappings)} was deleted, and whether the new or the old one was created is unknown. Check with operation: list. To restore the old one, run this action with` : `THE MAPPING IS GONE: ${listOf(mappings)} was deleted, and ${leftOver.length + left.length === 0 ? "neither the new nor the old one could be created" : "it could not be created again"}. To restore the old one, run this action with`,
		inputsOf([...mappings, ...left.flatMap(({ isUnsure, mapping }) => isUnsure ? [mapping] : [])]),
		left.length === 0 ? `The new one: ${refused.sentence}` : refused.sentence,
		...notRestored.map(({ failure }) => `The old one: ${failure.sentence}`),
		...sentencesOf(remains)
	].join("\n");
	const [first] = mappings;
	const known = {
		changed: true,
		...first !== void 0 && { mapping: first }
	};
	return new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("mapping-lost", sentence, { cause: refused }), known);
}
function unsettled({ mapping, isRead }) {
	const seen = isRead ? " It was still there when it was last read." : "";
	return `Whether Datadog deleted ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_6__.s)(mapping)}, or still will, is unknown.${seen}`;
}
function inputsOf(mappings) {
	return mappings.map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.ut)(mapping).join("\n")).join("\nand in another step with\n");
}
// src/operations/replacement.ts
var replacement_exports = /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.n)({ replace: () => replace });
const NOTHING = " Nothing was changed.";
const NEEDED_FOR_DELETE = 2e4;
const END_OF_DELETE = 4e3;
const END_OF_CREATE = 5e3;
const END = 7e3;
async function replace(replacement, context) {
	const { wanted, live } = replacement;
	if (Math.max(wanted.length, live.length) > 8) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("guarded", `Could not ${purposeOf(live)}: ${live.length} mappings would be replaced by ${wanted.length}, and at most 8 by 8 are replaced at once. Nothing was changed.`, { advice: "Split it into several steps." });
	requireTime(context.client, live, NOTHING);
	return new Run(replacement, await requireAccounts(context.client, wanted, purposeOf(live), context.journal), context).run();
}
function requireTime(client, live, then = "") {
	if (client.timeLeft() >= NEEDED_FOR_DELETE) return;
	throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("timeout", `Could not ${purposeOf(live)}: less than ${NEEDED_FOR_DELETE / 1e3} s are left of timeout, and no mapping is deleted so late.${then}`, { advice: "Raise timeout." });
}
function purposeOf(live) {
	return `replace ${listOf(live)}`;
}
var Run = class {
	#wanted;
	#live;
	#accounts;
	#client;
	#journal;
	#rest;
	#present = /* @__PURE__ */ new Map();
	#created = [];
	#deleted = [];
	#refused = /* @__PURE__ */ new Map();
	#gone = [];
	#mayHaveCreated = false;
	#deletesFirst;
	constructor({ wanted, live }, accounts, { client, journal }) {
		this.#wanted = wanted;
		this.#live = live;
		this.#accounts = accounts;
		this.#client = client;
		this.#journal = journal;
		this.#rest = client.secondHalf(END);
		this.#deletesFirst = wanted.some((one) => (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(one.kind, one.attributes, live).excluding.length > 0);
	}
	async run() {
		if (this.#deletesFirst) return this.#deleteAndCreate();
		const refused = await this.#create(this.#client);
		if (refused === void 0) return this.#deleteOld();
		const isInTheWay = this.#missing().every((wanted) => this.#isInTheWay(wanted));
		if (refused.reason !== "conflict" || refused instanceof _index_js__WEBPACK_IMPORTED_MODULE_2__.tt || !isInTheWay) return this.#giveUp(refused);
		this.#journal.say("Datadog does not accept the new mapping next to the old one, so the old one is deleted first.");
		this.#deletesFirst = true;
		return this.#deleteAndCreate();
	}
	async #deleteOld() {
		const { mappings } = this.#replaced();
		const made = `${this.#created.length > 0 ? "The new mapping was created" : "Another run created the new mapping"}: ${listOf(mappings)}.`;
		try {
			requireTime(this.#client, this.#live);
			for (const mapping of this.#live) await this.#journal.keep(mapping);
		} catch (thrown) {
			const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown);
			throw new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(retold(failure, `${made} The old one was not deleted. ${failure.sentence}`), {
				changed: this.#replaced().changed,
				...mappingOf(mappings)
			});
		}
		const left = await this.#delete(this.#rest);
		const [first] = left;
		if (first === void 0) return this.#replaced();
		const [unsure, there] = [true, false].map((isUnsure) => left.filter((one) => one.isUnsure === isUnsure).map(({ mapping }) => mapping));
		const what = [...unsure.length > 0 ? [`Whether Datadog deleted ${listOf(unsure)} is unknown.`] : [], ...there.length > 0 ? [`The old one was not deleted: ${listOf(there)}.`] : []];
		const { changed } = this.#replaced();
		throw new _index_js__WEBPACK_IMPORTED_MODULE_2__.tt(retold(first.failure, [
			made,
			...what,
			first.failure.sentence
		].join(" ")), {
			changed: changed || (unsure.length > 0 ? "unknown" : false),
			...mappingOf(mappings)
		});
	}
	async #deleteAndCreate() {
		const then = this.#created.length === 0 ? NOTHING : "";
		try {
			await requireRestorable(this.#client, {
				wanted: this.#missing(),
				live: this.#live,
				purpose: purposeOf(this.#live),
				then
			});
			requireTime(this.#client, this.#live, then);
			for (const mapping of this.#live) await this.#journal.keep(mapping);
			const stopped = this.#client.stopped();
			if (stopped !== void 0) throw retold(stopped, `Could not ${purposeOf(this.#live)}: ${stopped.why}.${then}`);
		} catch (thrown) {
			return this.#giveUp((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown));
		}
		const creating = this.#client.secondHalf(END_OF_CREATE);
		const left = await this.#delete(this.#client.secondHalf(END_OF_DELETE));
		const [first] = left;
		if (first !== void 0) return this.#giveUp(first.failure, left);
		const refused = await this.#create(creating);
		return refused === void 0 ? this.#replaced() : this.#giveUp(refused);
	}
	async #delete(client) {
		const left = [];
		await Promise.all(this.#live.map(async (mapping) => {
			try {
				(await client.delete(mapping.kind, mapping.id) ? this.#deleted : this.#gone).push(mapping);
			} catch (thrown) {
				const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown);
				const isUnsure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure);
				const isGone = isUnsure && await this.#isGone(mapping);
				if (isGone === true) this.#deleted.push(mapping);
				else left.push({
					mapping,
					failure,
					isUnsure,
					isRead: isGone === false
				});
			}
		}));
		return left;
	}
	async #isGone(mapping) {
		try {
			return await this.#rest.waitUntilGone(mapping.kind, mapping.id, END);
		} catch {
			return "unread";
		}
	}
	async #create(client) {
		const failures = [];
		await Promise.all(this.#missing().map(async (wanted) => {
			try {
				const mapping = await client.create(wanted.kind, wanted.attributes);
				this.#created.push(mapping);
				const reviewed = this.#accounts.get(wanted.attributes.accountIdentifier ?? "");
				if (reviewed !== void 0 && mapping.accountUuid !== void 0 && mapping.accountUuid !== reviewed) failures.push(otherAccount(mapping, reviewed));
				else this.#present.set(wanted, mapping);
			} catch (thrown) {
				const failure = await this.#judge(wanted, (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown)).catch(_failure_js__WEBPACK_IMPORTED_MODULE_1__.r);
				if (failure === void 0) return;
				failures.push(failure);
				this.#refused.set(failure, wanted);
			}
		}));
		return failures.find(({ reason }) => reason !== "conflict") ?? failures[0];
	}
	async #judge(wanted, failure) {
		if ((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure)) {
			const found = await this.#rest.findEqual(wanted.kind, wanted.attributes).catch(() => void 0);
			this.#mayHaveCreated ||= found === void 0 && failure.isUnsettled;
			if (found === void 0) return failure;
			this.#present.set(wanted, found);
			this.#created.push(found);
			return;
		}
		if (failure.reason !== "conflict") return failure;
		const isLeaving = ({ id }) => this.#live.some((live) => live.id === id);
		const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.t)(this.#rest, wanted, failure, isLeaving);
		if (holder === void 0) return (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.i)(failure);
		if (await this.#takes(wanted, holder)) return void 0;
		return (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(wanted.kind, wanted.attributes, [holder]).excluding.length > 0 || this.#deletesFirst || !this.#isInTheWay(wanted) ? heldBy(wanted, holder, failure) : failure;
	}
	async #takes(wanted, holder) {
		const { kind, attributes } = wanted;
		const isEqual = (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.r)(wanted, holder) && await this.#rest.isSameAccount(kind, attributes, holder) === true;
		if (isEqual) this.#present.set(wanted, holder);
		return isEqual;
	}
	async #giveUp(first, left = []) {
		const leftOver = await this.#removeCreated();
		if (this.#deleted.length > 0) this.#journal.say(`${first.sentence} Creating the old mapping again.`);
		const restored = [];
		const taken = [];
		const notRestored = [];
		await Promise.all(this.#deleted.map(async (mapping) => {
			try {
				restored.push(await this.#rest.create(mapping.kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.lt)(mapping)));
			} catch (thrown) {
				const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown);
				const holder = failure.reason === "conflict" ? await this.#inPlaceOf(mapping, failure) : void 0;
				if (holder === void 0) notRestored.push({
					mapping,
					failure
				});
				else taken.push({
					mapping,
					holder
				});
			}
		}));
		const subject = this.#refused.get(first);
		const refused = subject === void 0 ? first : await (0,_index_js__WEBPACK_IMPORTED_MODULE_2__.E)(this.#client, subject, first);
		if (this.#missing().length === 0 && restored.length + notRestored.length + left.length === 0) return this.#replaced();
		const isUnsure = [refused, ...notRestored.map(({ failure }) => failure)].some((failure) => (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.a)(failure) || failure.reason === "conflict" && notRestored.length > 0);
		const remains = {
			leftOver,
			restored,
			taken,
			gone: this.#gone,
			left
		};
		if (notRestored.length > 0) throw lost(refused, notRestored, isUnsure || this.#mayHaveCreated, remains);
		throw undone(refused, sentenceOf(refused, remains), left, {
			changed: this.#deleted.length > 0 || leftOver.length > 0 || (this.#mayHaveCreated ? "unknown" : false),
			...mappingOf([
				...restored,
				...taken.map(({ holder }) => holder),
				...left.map(({ mapping }) => mapping)
			])
		});
	}
	async #removeCreated() {
		const left = [];
		await Promise.all(this.#created.map(async (mapping) => {
			try {
				if (this.#rest.isOwn(mapping)) await this.#rest.delete(mapping.kind, mapping.id);
				else left.push({
					mapping,
					why: "It may be the one of another run."
				});
			} catch (thrown) {
				left.push({
					mapping,
					why: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__.r)(thrown).sentence
				});
			}
		}));
		return left;
	}
	async #inPlaceOf(mapping, conflict) {
		try {
			const holder = await (0,_holder_js__WEBPACK_IMPORTED_MODULE_5__.t)(this.#rest, {
				kind: mapping.kind,
				attributes: mapping
			}, conflict);
			for (const wanted of this.#missing()) if (holder !== void 0) await this.#takes(wanted, holder);
			return holder;
		} catch {
			return;
		}
	}
	#isInTheWay({ kind, attributes }) {
		const { excluding, overlapping } = (0,_collisions_js__WEBPACK_IMPORTED_MODULE_3__.n)(kind, attributes, this.#live);
		return excluding.length + overlapping.length > 0;
	}
	#missing() {
		return this.#wanted.filter((wanted) => !this.#present.has(wanted));
	}
	#replaced() {
		return {
			mappings: this.#wanted.flatMap((wanted) => this.#present.get(wanted) ?? []),
			changed: this.#deleted.length > 0 || this.#created.length > 0
		};
	}
};
function mappingOf([mapping]) {
	return mapping === void 0 ? {} : { mapping };
}



/***/ })

};
;