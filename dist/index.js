/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 6089:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ strictObject),
  $t: () => (/* binding */ shareAccount),
  A: () => (/* binding */ createOne),
  An: () => (/* binding */ nearest),
  At: () => (/* binding */ TEXT_ATTRIBUTES),
  B: () => (/* binding */ _catch),
  Bt: () => (/* binding */ LONGEST_ARN),
  C: () => (/* binding */ ObstacleIndex),
  Cn: () => (/* binding */ invisibleProblem),
  Ct: () => (/* binding */ codeSpan),
  D: () => (/* binding */ refuseOtherKind),
  Dn: () => (/* binding */ defined),
  Dt: () => (/* binding */ oneLine),
  E: () => (/* binding */ missing),
  En: () => (/* binding */ KIND_NAMES),
  Et: () => (/* binding */ markdown),
  F: () => (/* binding */ Unreadable),
  Fn: () => (/* binding */ ifUnknown),
  Ft: () => (/* binding */ nameFor),
  G: () => (/* binding */ intersection),
  Gt: () => (/* binding */ patternMatchesCaller),
  H: () => (/* binding */ array),
  Ht: () => (/* binding */ isCallerArn),
  I: () => (/* binding */ field),
  In: () => (/* binding */ mayHaveHappened),
  It: () => (/* binding */ resolvesTo),
  J: () => (/* binding */ nullish),
  Jt: () => (/* binding */ describe),
  K: () => (/* binding */ literal),
  Kt: () => (/* binding */ ALL_KINDS),
  L: () => (/* binding */ parse),
  Ln: () => (/* binding */ duration),
  Lt: () => (/* binding */ accountOf),
  M: () => (/* binding */ counted),
  Mn: () => (/* binding */ Failure),
  Mt: () => (/* binding */ checkNames),
  N: () => (/* binding */ send),
  Nn: () => (/* binding */ asFailure),
  Nt: () => (/* binding */ checkTexts),
  O: () => (/* binding */ seek),
  On: () => (/* binding */ resolveApiUrl),
  Ot: () => (/* binding */ NAME_FIELDS),
  P: () => (/* binding */ segment),
  Pn: () => (/* binding */ bearable),
  Pt: () => (/* binding */ fieldOf),
  Q: () => (/* binding */ record),
  Qt: () => (/* binding */ neededNames),
  R: () => (/* binding */ readJson),
  Rt: () => (/* binding */ diagnoseArnPattern),
  S: () => (/* binding */ TO_READ_TEAMS),
  Sn: () => (/* binding */ escapeOf),
  St: () => (/* binding */ code),
  T: () => (/* binding */ push),
  Tn: () => (/* binding */ visible),
  Tt: () => (/* binding */ inert),
  U: () => (/* binding */ index_boolean),
  Ut: () => (/* binding */ isOverUsers),
  V: () => (/* binding */ _enum),
  Vt: () => (/* binding */ isAccountNumber),
  W: () => (/* binding */ discriminatedUnion),
  Wt: () => (/* binding */ overlap),
  X: () => (/* binding */ object),
  Xt: () => (/* binding */ identityKey),
  Y: () => (/* binding */ number),
  Yt: () => (/* binding */ hasIdentity),
  Z: () => (/* binding */ optional),
  Zt: () => (/* binding */ named),
  _: () => (/* binding */ duplicateNote),
  _n: () => (/* binding */ filesText),
  _t: () => (/* binding */ MARKS),
  a: () => (/* binding */ listReadable),
  an: () => (/* binding */ pause),
  at: () => (/* binding */ safeParse),
  b: () => (/* binding */ unknownAccount),
  bn: () => (/* binding */ leftoverProblem),
  bt: () => (/* binding */ CHECK),
  c: () => (/* binding */ comparePair),
  cn: () => (/* binding */ require_client),
  ct: () => (/* binding */ kindOf),
  d: () => (/* binding */ toleranceOf),
  dn: () => (/* binding */ require_util),
  dt: () => (/* binding */ pending),
  en: () => (/* binding */ writtenNames),
  et: () => (/* binding */ string),
  f: () => (/* binding */ identityOf),
  fn: () => (/* binding */ require_dispatcher_base),
  ft: () => (/* binding */ wantedOf),
  g: () => (/* binding */ addsTo),
  gn: () => (/* binding */ quoted),
  gt: () => (/* binding */ toJson),
  h: () => (/* binding */ settled),
  hn: () => (/* binding */ proxyFor),
  ht: () => (/* binding */ restoringInputs),
  i: () => (/* binding */ listOthers),
  "in": () => (/* binding */ SECOND_HALF),
  it: () => (/* binding */ parse$1),
  j: () => (/* binding */ explained),
  jn: () => (/* binding */ FAILURES),
  jt: () => (/* binding */ checkAttributes),
  k: () => (/* binding */ wantedText),
  kn: () => (/* binding */ meantOf),
  kt: () => (/* binding */ READ_ONLY_NAMES),
  l: () => (/* binding */ decideNew),
  ln: () => (/* binding */ require_connect),
  lt: () => (/* binding */ leavingBy),
  m: () => (/* binding */ pairUp),
  mn: () => (/* binding */ require_symbols),
  mt: () => (/* binding */ restorable),
  n: () => (/* binding */ judgeAccounts),
  nn: () => (/* binding */ listingFor),
  nt: () => (/* binding */ unknown),
  o: () => (/* binding */ listSiblings),
  on: () => (/* binding */ createTransport),
  ot: () => (/* binding */ InformedFailure),
  p: () => (/* binding */ oldestFirst),
  pn: () => (/* binding */ require_errors),
  pt: () => (/* binding */ fromJson),
  q: () => (/* binding */ nullable),
  qt: () => (/* binding */ KINDS),
  r: () => (/* binding */ listKinds),
  rn: () => (/* binding */ readAllPages),
  rt: () => (/* binding */ _minLength),
  s: () => (/* binding */ inParallel),
  sn: () => (/* binding */ require_pool),
  st: () => (/* binding */ conflictWith),
  t: () => (/* binding */ unreadText),
  tn: () => (/* binding */ writtenOf),
  tt: () => (/* binding */ union),
  u: () => (/* binding */ decideUpdate),
  un: () => (/* binding */ require_diagnostics),
  ut: () => (/* binding */ liveOf),
  v: () => (/* binding */ exclusion),
  vn: () => (/* binding */ isAccountName),
  vt: () => (/* binding */ marksOf),
  w: () => (/* binding */ obstacles),
  wn: () => (/* binding */ quotedVisibly),
  wt: () => (/* binding */ cut),
  x: () => (/* binding */ TO_READ_ACCOUNTS),
  xn: () => (/* binding */ startChecking),
  xt: () => (/* binding */ index_alert),
  y: () => (/* binding */ overlapNote),
  yn: () => (/* binding */ isUuid),
  yt: () => (/* binding */ readingsOf),
  z: () => (/* binding */ schemaOf),
  zt: () => (/* binding */ uselessness)
});

// EXTERNAL MODULE: ./rolldown-runtime.js
var rolldown_runtime = __nccwpck_require__(9236);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./index.js







// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function debug(message) {
	issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + external_os_.EOL);
}
function startGroup(name) {
	issue("group", name);
}
function endGroup() {
	issue("endgroup");
}
// src/clock.ts
const systemClock = {
	now: Date.now,
	sleep: (milliseconds, signal) => new Promise((resolve) => {
		if (signal.aborted) return resolve();
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener("abort", end);
	}),
	after(milliseconds, callback) {
		const timer = setTimeout(callback, milliseconds);
		timer.unref();
		return () => clearTimeout(timer);
	},
	random: Math.random
};
function duration(milliseconds) {
	const seconds = milliseconds / 1e3;
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	if (seconds < 120) return `${Math.round(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 120) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.round(hours / 24)} days`;
}
// src/failure.ts
const FAILURES = {
	"invalid-input": {
		seen: [
			"is missing",
			"is not one of",
			"things are wrong with the inputs",
			"Datadog answered 400 Bad Request"
		],
		meaning: "An input is missing, malformed or contradicts another one, or Datadog refused a value (400, 422).",
		advice: "Correct what the message names and run the step again."
	},
	unauthorized: {
		seen: ["Datadog answered 401 Unauthorized"],
		meaning: "Datadog does not know the credentials (401).",
		advice: "Check that the keys belong to an organization on this site, that api-key and app-key are not swapped, and that none was revoked."
	},
	forbidden: {
		seen: ["Datadog answered 403 Forbidden"],
		meaning: "Datadog knows the credentials, and they may not do this (403).",
		advice: "Ask a Datadog admin to grant the permissions that the message names to the owner of the application key."
	},
	"wrong-org": {
		seen: ["and org-uuid names"],
		meaning: "The credentials belong to another organization than the one that org-uuid names. Nothing was written.",
		advice: "Use the credentials of that organization, or correct org-uuid."
	},
	"not-found": {
		seen: ["there is none"],
		meaning: "There is no such mapping, role or team (404).",
		advice: "Check the inputs and the site with operation: list and kind: all; if-missing: ignore lets the step succeed when the mapping does not exist."
	},
	conflict: {
		seen: [
			"is already mapped by",
			"it already exists",
			"it collides with"
		],
		meaning: "Another mapping holds what this one needs (409).",
		advice: "Delete the mapping that the message names first, if it is not needed."
	},
	ambiguous: {
		seen: ["mappings fit"],
		meaning: "Several mappings fit the look-up.",
		advice: "Name one of them with mapping-id."
	},
	"not-integrated": {
		seen: ["AWS Account Id is not integrated with this Datadog account"],
		meaning: "The AWS account in the ARN pattern has no Datadog AWS integration.",
		advice: "Add the account under Integrations > Amazon Web Services in Datadog, or correct the account number in arn-pattern. A new integration can take a few minutes to take effect."
	},
	"rate-limited": {
		seen: ["Datadog answered 429 Too Many Requests"],
		meaning: "Datadog asked for a longer wait, or for more retries, than this step allows (429).",
		advice: "Run the step again later, or raise timeout or retries."
	},
	"server-error": {
		seen: ["Datadog answered 500 Internal Server Error", "Datadog answered 503 Service Unavailable"],
		meaning: "Datadog answered with a server error (5xx) each time.",
		advice: "See status.datadoghq.com, and run the step again later."
	},
	network: {
		seen: [
			"refused the connection (ECONNREFUSED)",
			"does not exist (ENOTFOUND)",
			"is not trusted",
			"did not let the connection to",
			"needs credentials, or does not accept the given ones (407)"
		],
		meaning: "Datadog could not be reached, or the connection broke.",
		advice: "Check site or api-url, and the firewall and proxy settings of the runner."
	},
	"redirect-refused": {
		seen: ["a redirect to"],
		meaning: "The server answered with a redirect. The action does not follow it, because that would send the credentials there.",
		advice: "Set site or api-url to the final address, if you trust it."
	},
	timeout: {
		seen: ["did not answer in time", "the deadline of 300 s passed"],
		meaning: "Datadog did not answer in time, or the deadline of the step passed.",
		advice: "Run the step again; raise timeout when the log shows that it was still getting answers."
	},
	"bad-response": {
		seen: ["Datadog answered 200 OK with", "sent something that is not HTTP"],
		meaning: "The answer is not what the Datadog API documents.",
		advice: "Check that api-url, or a proxy on the way, really leads to the Datadog API."
	},
	findings: {
		seen: ["does not allow"],
		meaning: "An audit found mappings that are a risk, and fail-on does not allow that.",
		advice: "See the summary for what to do about each, or accept a finding in the mappings file."
	},
	"not-verified": {
		seen: ["Could not verify the mapping", "This did not change within"],
		meaning: "The mapping could not be proven to work: this job did not become the expected account.",
		advice: "See the message for who the job is and what Datadog answered."
	},
	"plan-changed": {
		seen: ["This is not the plan that was reviewed", "not part of the reviewed plan file"],
		meaning: "apply would not do what was reviewed.",
		advice: "Run plan again, review it, and apply that one."
	},
	drift: {
		seen: ["The plan has changes", "Drift:"],
		meaning: "The plan has changes, or a mapping is unmanaged or could not be read, and fail-on fails the step for that.",
		advice: "Apply the plan, or bring the mappings file up to date: add what is missing there, or ignore what others manage."
	},
	"approval-missing": {
		seen: ["this plan has not been approved"],
		meaning: "apply has changes to make, and the step has no approval for them.",
		advice: "Give the digest of a reviewed plan as expected-plan, its plan-file, or auto-approve: true."
	},
	guarded: {
		seen: [
			"and max-deletes is",
			"apply does not run on",
			"apply would refuse this plan"
		],
		meaning: "A guard or the policy of the mappings file stopped the plan, or apply ran where it must not.",
		advice: "See the message for what is protected or forbidden, and what to do about it."
	},
	"partially-applied": {
		seen: ["changes applied. Not applied:"],
		meaning: "Only a part of the plan was executed.",
		advice: "Fix what the message names. With expected-plan, run plan again and approve the rest; otherwise run apply again to execute the rest."
	},
	"mapping-lost": {
		seen: ["THE MAPPING IS GONE"],
		meaning: "A replacement deleted the old mapping, and neither the new nor the old one could be created.",
		advice: "Create it again with the inputs that the message gives."
	},
	cancelled: {
		seen: ["the run was cancelled"],
		meaning: "The run was cancelled.",
		advice: "Run the step again."
	},
	internal: {
		seen: ["The action stopped unexpectedly", "the event loop ran empty"],
		meaning: "A bug in this action.",
		advice: "Please report it with the log of a run with debug logging enabled."
	}
};
var Failure = class extends Error {
	name = "Failure";
	reason;
	sentence;
	advice;
	isUnsettled;
	constructor(reason, sentence, details = {}) {
		const advice = details.advice ?? FAILURES[reason].advice;
		const space = sentence.endsWith("\n") ? "" : " ";
		super(advice === "" ? sentence : `${sentence}${space}${advice}`, { cause: details.cause });
		this.reason = reason;
		this.sentence = sentence;
		this.advice = advice;
		this.isUnsettled = details.isUnsettled === true;
	}
};
const OPEN = /* @__PURE__ */ new Set([
	"timeout",
	"cancelled",
	"network",
	"server-error",
	"bad-response"
]);
function mayHaveHappened({ reason, isUnsettled }) {
	return isUnsettled || OPEN.has(reason);
}
var Stopped = class extends Failure {
	why;
	constructor(reason, why, details = {}) {
		super(reason, `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, details);
		this.why = why;
	}
};
function ifUnknown(thrown) {
	if (!(thrown instanceof Failure)) throw thrown;
}
function bearable(thrown, step) {
	if (!(thrown instanceof Failure) || step.stopped() !== void 0) throw thrown;
	return thrown;
}
function asFailure(thrown) {
	return thrown instanceof Failure ? thrown : unexpected(thrown);
}
function unexpected(thrown) {
	return new Stopped("internal", `the action stopped unexpectedly: ${(thrown instanceof Error ? thrown.message : typeof thrown === "string" ? thrown : (0,external_node_util_.inspect)(thrown)) || "no message"}`, { cause: thrown });
}
// src/mappings/nearest.ts
const LONGEST$1 = 80;
function nearest(given, known, longest = LONGEST$1) {
	const wanted = folded(given);
	if (wanted === "" || wanted.length > longest) return void 0;
	let best;
	let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const name of known) {
		const found = distance(wanted, folded(name));
		if (found < bestDistance) {
			best = name;
			bestDistance = found;
		}
	}
	return best;
}
function meantOf(given, words) {
	const truth = /^(?:y|yes|on|1)$/i.test(given) ? "true" : /^(?:n|no|off|0)$/i.test(given) ? "false" : void 0;
	return truth !== void 0 && words.includes(truth) ? truth : nearest(given, words);
}
const folded = (text) => text.toLowerCase().replace(/[_\s]/g, "-");
function distance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
			current.push(cost);
		}
		beforeLast = last;
		last = current;
	}
	return at(last, b.length);
}
const at = (row, column) => row[column] ?? Number.POSITIVE_INFINITY;
// src/datadog/site.ts
const SITE_NAMES = [
	"datadoghq.com",
	"us3.datadoghq.com",
	"us5.datadoghq.com",
	"datadoghq.eu",
	"ap1.datadoghq.com",
	"ap2.datadoghq.com",
	"uk1.datadoghq.com",
	"ddog-gov.com",
	"us2.ddog-gov.com"
];
const DOMAINS = [
	"datadoghq.com",
	"datadoghq.eu",
	"ddog-gov.com"
];
const SHORT_NAMES = /* @__PURE__ */ new Map([
	["us", "datadoghq.com"],
	["us1", "datadoghq.com"],
	["us3", "us3.datadoghq.com"],
	["us5", "us5.datadoghq.com"],
	["eu", "datadoghq.eu"],
	["eu1", "datadoghq.eu"],
	["ap1", "ap1.datadoghq.com"],
	["ap2", "ap2.datadoghq.com"],
	["uk", "uk1.datadoghq.com"],
	["uk1", "uk1.datadoghq.com"],
	["gov", "ddog-gov.com"],
	["fed", "ddog-gov.com"],
	["us-fed", "ddog-gov.com"],
	["us1-fed", "ddog-gov.com"],
	["us1-gov", "ddog-gov.com"],
	["us2-fed", "us2.ddog-gov.com"],
	["us2-gov", "us2.ddog-gov.com"]
]);
const OWN_REGIONS = {
	"datadoghq.com": ["us", "us1"],
	"datadoghq.eu": ["eu", "eu1"],
	"ddog-gov.com": ["us", "us1"]
};
const REGION_LIKE = /^[a-z]{2,3}\d{1,2}$/;
const HOST_NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const LONGEST = 1024;
function resolveSite(text) {
	if (text.length > LONGEST) return { problem: `the value is ${text.length} characters long, which is not a site; ${oneOf()}.` };
	if (text.includes("@")) return { problem: `the value contains "@", and a site is a host name only; ${oneOf()}.` };
	const name = text.toLowerCase().replace(/[_ ]/g, "-");
	const short = SHORT_NAMES.get(name) ?? SHORT_NAMES.get(name.replaceAll("-", ""));
	if (short !== void 0) return used(siteOf(short));
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text);
	if (scheme !== null && !/^https?$/i.test(scheme[1] ?? "")) return unknown$1(text, text);
	const authority = (text.slice(scheme?.[0].length ?? 0).split(/[/?#]/, 1)[0] ?? "").toLowerCase();
	const port = /:(\d+)$/.exec(authority)?.[1];
	if (port !== void 0 && port !== "443") return { problem: `"${text}" has a port, and Datadog's sites have none; ${oneOf()}, or set api-url for a proxy.` };
	const host = authority.replace(/:443$/, "").replace(/\.$/, "");
	if (!HOST_NAME.test(host)) return unknown$1(text, host);
	const domain = DOMAINS.find((name) => host === name || host.endsWith(`.${name}`));
	if (domain === void 0) return unknown$1(text, host);
	const labels = host.slice(0, -domain.length).split(".").slice(0, -1);
	if ([
		"app",
		"api",
		"www"
	].includes(labels[0] ?? "")) labels.shift();
	return resolveLabels(text, labels, domain);
}
function resolveLabels(text, labels, domain) {
	const last = labels.at(-1);
	if (last === void 0) return used(siteOf(domain));
	if (labels.length > 2) return unknown$1(text, `${last}.${domain}`);
	const region = regionOf(last, domain);
	if (region !== void 0) return labels.length === 1 ? used(region) : subdomain(text, region);
	const elsewhere = SHORT_NAMES.get(last) ?? SHORT_NAMES.get(last.replace(/-/g, ""));
	if (elsewhere !== void 0) return { problem: `"${text}" is not one of Datadog's sites; write "${elsewhere}".` };
	if (REGION_LIKE.test(last)) {
		const site = siteOf(`${last}.${domain}`);
		const warning = `"${text}" is not among the sites that this version knows (${SITE_NAMES.join(", ")}); it is used as given.`;
		return {
			value: site,
			warnings: labels.length === 1 ? [warning] : [warning, ownSubdomain(text, site)]
		};
	}
	return labels.length === 1 ? subdomain(text, siteOf(domain)) : unknown$1(text, `${last}.${domain}`);
}
function regionOf(label, domain) {
	if (OWN_REGIONS[domain].includes(label)) return siteOf(domain);
	const name = SITE_NAMES.find((known) => known === `${label}.${domain}`);
	return name === void 0 ? void 0 : siteOf(name);
}
const used = (site) => ({
	value: site,
	warnings: []
});
const subdomain = (text, site) => ({
	value: site,
	warnings: [ownSubdomain(text, site)]
});
const ownSubdomain = (text, site) => `"${text}" looks like an organization's own address, whose site is "${site.name}"; write that to be sure.`;
function siteOf(name) {
	const ownApp = DOMAINS.some((domain) => domain === name);
	return {
		name,
		apiOrigin: `https://api.${name}`,
		appOrigin: ownApp ? `https://app.${name}` : `https://${name}`,
		gov: name.endsWith("ddog-gov.com")
	};
}
function unknown$1(text, host) {
	const meant = nearest(host, SITE_NAMES);
	return { problem: `"${text}" is not one of Datadog's sites; ${meant === void 0 ? `${oneOf()}.` : `did you mean "${meant}"?`}` };
}
const oneOf = () => `write one of ${SITE_NAMES.join(", ")}`;
function resolveApiUrl(text) {
	const form = "write only scheme, host and port, such as \"https://proxy.example.com:8443\"";
	if (text.length > LONGEST) return { problem: `the URL is ${text.length} characters long; ${form}.` };
	if (text.includes("@")) return { problem: `the URL contains a user name or password ("@"), which would end up in logs; ${form}.` };
	if (text.includes("?") || text.includes("#")) return { problem: `the URL has a query or a fragment; ${form}.` };
	if (/[\s\\]/.test(text)) return { problem: `"${text}" has white space or a backslash in it; ${form}.` };
	if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
		const guess = URL.parse(`https://${text.replace(/^\/+/, "")}`);
		if (guess === null) return { problem: `"${text}" is not a URL; ${form}.` };
		return { problem: `"${text}" has no scheme; write "${isLoopback(guess.hostname) ? "http" : "https"}://${guess.host}".` };
	}
	const url = URL.parse(text);
	if (url === null || url.hostname === "") return { problem: `"${text}" is not a URL; ${form}.` };
	if (url.protocol === "http:" && !isLoopback(url.hostname)) return { problem: `"${text}" would send keys unencrypted; write "https://${url.host}" (http is for 127.0.0.1, [::1] and localhost only).` };
	if (url.protocol !== "http:" && url.protocol !== "https:") return { problem: `"${text}" is not an https URL; ${form}.` };
	if (url.pathname !== "/") return { problem: `"${text}" has a path, which the action adds itself; write "${url.origin}".` };
	return {
		value: url.origin,
		warnings: siteHint(url)
	};
}
const isLoopback = (hostname) => hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
function siteHint(url) {
	if (!DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))) return [];
	const site = resolveSite(url.hostname);
	if ("problem" in site || site.value.apiOrigin === url.origin) return [];
	return [`"${url.origin}" is not where Datadog's API answers; set site: ${site.value.name} instead of api-url.`];
}
// src/mappings/mapping.ts
const KIND_NAMES = [
	"aws-persona",
	"aws-intake",
	"github-persona",
	"github-intake",
	"authn"
];
function defined(record) {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== void 0));
}
// src/mappings/visible.ts
const INVISIBLE_CLASS = String.raw`[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}[\p{Zs}--[ ]]\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]`;
const AMBIGUOUS = String.raw`\\(?=u(?:[\da-f]{4}|\{[\da-f]{1,6}\}))|^ | $|(?<= ) |^:(?=:)|(?<=#)#(?=\[)`;
let compiled;
function patterns() {
	compiled ??= {
		invisible: new RegExp(INVISIBLE_CLASS, "gv"),
		shown: new RegExp(`${INVISIBLE_CLASS}|${AMBIGUOUS}`, "giv")
	};
	return compiled;
}
const PLAIN = /^[ -~→…]*$/;
const MAYBE_AMBIGUOUS = /\\u|^ | $| {2}|^::|##\[/i;
function isPlain(text) {
	return PLAIN.test(text);
}
function escapeInvisible(text) {
	return isPlain(text) ? text : text.replace(patterns().invisible, escapeOf);
}
function withoutInvisible(text) {
	return isPlain(text) ? text : text.replace(patterns().invisible, "");
}
function visible(text) {
	if (isPlain(text) && !MAYBE_AMBIGUOUS.test(text)) return text;
	return text.replace(patterns().shown, escapeOf);
}
function quotedVisibly(text) {
	return text.length > LONGEST_QUOTED ? `the given text of ${text.length} characters` : `"${visible(text)}"`;
}
const LONGEST_QUOTED = 300;
function invisibleProblem(text) {
	const found = isPlain(text) ? void 0 : text.match(patterns().invisible)?.[0];
	if (found === void 0) return void 0;
	const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
	return `${text.length > LONGEST_QUOTED ? "the value" : `"${visible(text)}"`} has a line break or an invisible character in it (U+${code}), so it is not what it looks like. Remove it.`;
}
function visibleJson(json) {
	return isPlain(json) ? json : json.replace(patterns().invisible, jsonEscapeOf);
}
function jsonEscapeOf(character) {
	return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)).map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
function escapeOf(character) {
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
}
// src/mappings/checked.ts
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (text) => UUID.test(text);
const UNEXPANDED = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|^\$[A-Za-z_]\w*$|\{\{.*?\}\}/;
function leftoverProblem(text) {
	if (text.includes("***")) return `"${visible(text)}" contains "***", which stands for a masked value: it was copied from a log, or GitHub masked it on its way between jobs. Set it from a variable, or pass an id instead.`;
	const left = UNEXPANDED.exec(text)?.[0];
	if (left === void 0) return void 0;
	return `"${visible(text)}" contains "${visible(left)}", which was not replaced: inputs and mappings files do not expand shell variables, and files do not evaluate GitHub expressions. Write the value itself, or use a GitHub expression in the step.`;
}
function startChecking(breathe = async () => void 0) {
	let engine;
	return {
		engine() {
			engine ??= Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 937)).then((n) => n.r).then(({ loadRegex }) => loadRegex());
			return engine;
		},
		spent: {
			pieces: 0,
			expansion: 0
		},
		breathe
	};
}
// src/operations/request.ts
const OPERATION_NAMES = [
	"list",
	"get",
	"create",
	"update",
	"delete",
	"ensure",
	"export",
	"plan",
	"apply",
	"audit",
	"match",
	"verify",
	"login"
];
function kindOfRequest(request) {
	return "kind" in request && request.kind !== "all" ? request.kind : void 0;
}
function isOfAllKinds(request) {
	return request !== void 0 && "kind" in request && request.kind === "all";
}
function givesNames(request) {
	return ("desired" in request ? request.desired.mappings : "attributes" in request ? [request] : []).some(({ names, attributes }) => names !== void 0 || isAccountName(attributes.accountIdentifier));
}
function isAccountName(identifier) {
	return identifier !== void 0 && !identifier.includes("@") && !isUuid(identifier);
}
const MOST_PATHS = 3;
function filesText(paths) {
	const more = paths.length - MOST_PATHS;
	return `${paths.slice(0, MOST_PATHS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
// src/action/inputs/input-table.ts
const AWS$1 = ["aws-persona", "aws-intake"];
const GITHUB$1 = ["github-persona", "github-intake"];
const PERSONA$1 = ["aws-persona", "github-persona"];
const AUTHN = ["authn"];
const ONE = [
	"get",
	"create",
	"update",
	"delete",
	"ensure"
];
const FILE = ["plan", "apply"];
const ALL_AT_ONCE = [
	"list",
	"export",
	"audit"
];
const NOT_FILE = [
	...ALL_AT_ONCE,
	...ONE,
	"match",
	"verify",
	"login"
];
const WRITING = [
	"create",
	"update",
	"delete",
	"ensure",
	"apply"
];
const NO_YES = ["false", "true"];
const INPUT_GROUPS = {
	Connection: {
		site: {
			default: "datadoghq.com",
			env: ["DD_SITE"]
		},
		"api-key": { env: ["DD_API_KEY", "DATADOG_API_KEY"] },
		"app-key": { env: ["DD_APP_KEY", "DATADOG_APP_KEY"] },
		"bearer-token": { env: ["DD_BEARER_TOKEN"] },
		auth: {
			choices: [
				"auto",
				"keys",
				"bearer",
				"aws",
				"github"
			],
			default: "auto"
		},
		"org-uuid": { env: ["DD_ORG_UUID"] }
	},
	What: {
		operation: {},
		kind: {
			operations: NOT_FILE,
			default: "aws-persona",
			defaults: {
				export: "all",
				audit: "all"
			}
		},
		"mapping-id": { operations: [
			"get",
			"update",
			"delete",
			"verify"
		] },
		"arn-pattern": {
			operations: [...ONE, "verify"],
			kinds: AWS$1
		},
		"rewrite-role-arn": {
			operations: [...ONE, "verify"],
			kinds: AWS$1,
			choices: ["true", "false"],
			default: "true"
		},
		"account-identifier": {
			operations: [
				"create",
				"update",
				"ensure",
				"verify"
			],
			kinds: PERSONA$1
		},
		claims: {
			operations: ONE,
			kinds: GITHUB$1
		},
		"attribute-key": {
			operations: ONE,
			kinds: AUTHN
		},
		"attribute-value": {
			operations: ONE,
			kinds: AUTHN
		},
		role: {
			operations: ONE,
			kinds: AUTHN
		},
		"role-id": {
			operations: ONE,
			kinds: AUTHN
		},
		team: {
			operations: ONE,
			kinds: AUTHN
		},
		"team-id": {
			operations: ONE,
			kinds: AUTHN
		},
		filter: {
			operations: ["list"],
			kinds: AUTHN
		},
		sort: {
			operations: ["list"],
			kinds: AUTHN
		},
		"resource-type": {
			operations: ["list"],
			kinds: AUTHN,
			choices: ["role", "team"]
		},
		"page-number": {
			operations: ["list"],
			kinds: AUTHN
		},
		"page-size": {
			operations: ["list"],
			kinds: AUTHN
		},
		arn: {
			operations: ["match"],
			kinds: AWS$1
		},
		"identity-claims": {
			operations: ["match"],
			kinds: GITHUB$1
		}
	},
	How: {
		"if-exists": {
			operations: ["create", "ensure"],
			defaults: {
				create: "fail",
				ensure: "replace"
			}
		},
		"if-missing": {
			operations: ["get", "delete"],
			choices: ["fail", "ignore"],
			default: "fail"
		},
		"dry-run": {
			operations: WRITING,
			choices: NO_YES,
			default: "false"
		},
		force: { operations: [
			"update",
			"delete",
			...FILE
		] },
		"fail-on": {
			operations: ["plan", "audit"],
			defaults: {
				plan: "refused",
				audit: "nothing"
			}
		},
		"login-as": {
			operations: ["login"],
			choices: ["persona", "intake"],
			default: "persona"
		},
		wait: {
			operations: ["verify"],
			default: "600"
		}
	},
	"Mappings file": {
		file: {
			operations: [
				...FILE,
				"export",
				"audit"
			],
			default: ".github/datadog-mappings.yml"
		},
		prune: {
			operations: FILE,
			choices: NO_YES,
			default: "false"
		},
		"max-deletes": {
			operations: FILE,
			default: "5"
		},
		"expected-plan": { operations: ["apply"] },
		"plan-file": { operations: ["apply"] },
		"auto-approve": {
			operations: ["apply"],
			choices: NO_YES,
			default: "false"
		},
		comment: {
			operations: FILE,
			choices: NO_YES,
			default: "false"
		},
		"github-token": {
			operations: FILE,
			env: ["GITHUB_TOKEN"]
		}
	},
	Advanced: {
		"api-url": {},
		"aws-region": {},
		"oidc-audience": {},
		"oidc-proof-prefix": {},
		timeout: {
			default: "300",
			defaults: {
				verify: "900",
				apply: "900",
				audit: "900"
			}
		},
		retries: { default: "4" },
		summary: {
			choices: ["true", "false"],
			default: "true"
		}
	}
};
const INPUTS = {
	...INPUT_GROUPS.Connection,
	...INPUT_GROUPS.What,
	...INPUT_GROUPS.How,
	...INPUT_GROUPS["Mappings file"],
	...INPUT_GROUPS.Advanced
};
const INPUT_NAMES = Object.keys(INPUTS);
function inputRow(name) {
	return INPUTS[name];
}
const OTHER_NAMES = {
	"role-uuid": "role-id",
	"team-uuid": "team-id",
	"application-key": "app-key",
	"dd-api-key": "api-key",
	"dd-app-key": "app-key",
	"datadog-api-key": "api-key",
	"datadog-app-key": "app-key",
	"dd-site": "site",
	"datadog-site": "site",
	"dd-org-uuid": "org-uuid",
	"org-id": "org-uuid",
	audience: "oidc-audience",
	region: "aws-region",
	token: "bearer-token",
	path: "file",
	"mappings-file": "file",
	"plan-digest": "expected-plan",
	plan: "plan-file",
	arn_pattern: "arn-pattern",
	"role-arn": "arn-pattern",
	"persona-mapping-id": "mapping-id",
	"authn-mapping-id": "mapping-id",
	id: "mapping-id",
	email: "account-identifier",
	"account-id": "account-identifier",
	account: "account-identifier",
	"page-num": "page-number"
};
const isWriting = (operation) => WRITING.some((name) => name === operation);
const takesAll = (operation) => ALL_AT_ONCE.includes(operation);
const COUNTERPARTS = {
	arn: "arn-pattern",
	"arn-pattern": "arn",
	"identity-claims": "claims",
	claims: "identity-claims"
};
function counterpartOf(name, operation, kind) {
	const other = COUNTERPARTS[name];
	return other !== void 0 && !isUsed(name, operation, kind) && isUsed(other, operation, kind) ? other : void 0;
}
function isUsed(name, operation, kind) {
	const { operations, kinds } = inputRow(name);
	return (operations?.includes(operation) ?? true) && (kinds === void 0 || kind !== "all" && kinds.includes(kind));
}
// src/action/inputs/input-reader.ts
const LONGEST_VALUE = 65536;
var InputReader = class {
	env;
	problems = [];
	warnings = [];
	notices = [];
	remarks = [];
	checking;
	constructor(env, signal = new AbortController().signal) {
		this.env = env;
		this.checking = startChecking(breather(signal));
	}
	raw(name) {
		return this.env[`INPUT_${name.toUpperCase()}`] ?? "";
	}
	given(name) {
		return this.raw(name).trim();
	}
	variable(name) {
		for (const variable of inputRow(name).env ?? []) {
			const value = this.env[variable] ?? "";
			if (value.trim() !== "") return {
				name: variable,
				value
			};
		}
	}
	text(name) {
		const given = this.given(name);
		if (given.length > LONGEST_VALUE) {
			this.problem(name, `the value has ${given.length} characters; at most ${LONGEST_VALUE} are allowed.`);
			return "";
		}
		return given || (inputRow(name).default ?? "");
	}
	choice(name) {
		return this.oneOf(name, INPUTS[name].choices);
	}
	flag(name) {
		return this.choice(name) === "true";
	}
	oneOf(name, choices, required = false) {
		const [first] = choices;
		if (first === void 0) throw new Error(`no choices for ${name}`);
		const given = this.text(name);
		const found = choices.find((choice) => choice === given.toLowerCase());
		if (found !== void 0) return found;
		if (given === "" && !required) return first;
		const close = meantOf(given, choices);
		const meant = close === void 0 ? "" : ` Did you mean ${close}?`;
		this.problem(name, given === "" ? `is missing. Set it to one of ${choices.join(", ")}.` : `${quoted(given)} is not one of ${choices.join(", ")}.${meant}`);
		return choices.find((choice) => choice === close) ?? first;
	}
	number(name, bounds) {
		const given = this.text(name);
		const value = /^\d{1,9}(\.\d{1,3})?$/.test(given) ? Number(given) : NaN;
		if (value >= bounds.min && value <= bounds.max && (!bounds.whole || Number.isInteger(value))) return value;
		this.problem(name, `${quoted(given)} is not ${bounds.whole ? "a whole number" : "a number"} of ${bounds.unit} from ${bounds.min} to ${bounds.max}. Write it in digits, without a unit.`);
		return bounds.min;
	}
	ids(name) {
		const ids = this.text(name).split(/[\s,]+/).filter((id) => id !== "");
		const wrong = ids.find((id) => !/^[A-Za-z0-9_-]{1,128}$/.test(id) || NO_IDS.test(id));
		if (wrong !== void 0) this.problem(name, `${quoted(wrong)} is not an id of a mapping. Give the ids that the guard's message names, separated by spaces or commas.`);
		return ids;
	}
	checked(name, result) {
		if ("problem" in result) {
			this.problem(name, result.problem);
			return;
		}
		for (const warning of result.warnings) this.warnings.push(`${name}: ${warning}`);
		for (const notice of result.notices ?? []) this.notices.push(`${name}: ${notice}`);
		return result.value;
	}
	problem(name, text) {
		this.problems.push({
			input: name,
			text: `${name}: ${text}`
		});
	}
	otherProblem(text) {
		this.problems.push({ text });
	}
	hasProblem(name) {
		return this.problems.some(({ input }) => input === name);
	}
};
const NO_IDS = /^(?:true|false|yes|no|on|off|all|none)$/i;
const LONGEST_BREATH = 20;
function breather(signal) {
	let last = systemClock.now();
	return async () => {
		signal.throwIfAborted();
		if (systemClock.now() - last < LONGEST_BREATH) return;
		await (0,promises_namespaceObject.setImmediate)();
		last = systemClock.now();
		signal.throwIfAborted();
	};
}
function quoted(text) {
	return text.length > 300 ? `the given text of ${text.length} characters` : `"${text}"`;
}
// src/action/inputs/comment-inputs.ts
function readCommentToken(reader) {
	const operation = reader.given("operation").toLowerCase();
	if (operation !== "plan" && operation !== "apply" || !reader.flag("comment")) return "";
	const token = reader.given("github-token") || (reader.variable("github-token")?.value.trim() ?? "");
	if (token === "") reader.problem("github-token", "is missing: comment: true needs it. Set it to ${{ github.token }}, and give the job permissions: pull-requests: write.");
	return token;
}
async function readCommentTarget(env) {
	const reader = new InputReader(env);
	const token = readCommentToken(reader);
	if (token === "") return void 0;
	const { readEvent } = await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8116));
	const { pullRequest } = readEvent(env);
	const given = (name) => reader.given(name) || (reader.variable(name)?.value.trim() ?? "");
	const site = resolveSite(given("site") || reader.text("site"));
	const place = reader.given("api-url") || ("value" in site ? site.value.name : given("site"));
	return {
		token,
		...pullRequest !== void 0 && { pullRequest },
		about: [
			place,
			reader.text("file"),
			given("org-uuid").toLowerCase()
		]
	};
}
// src/datadog/credentials.ts
function chooseCredentials(step, environment) {
	const given = [
		step.apiKey,
		step.appKey,
		step.bearerToken
	].some((value) => value !== "");
	if (step.apiKey && step.appKey) return keys(step.apiKey, step.appKey, step.bearerToken);
	if (step.bearerToken) return bearer(step.bearerToken);
	const apiKey = step.apiKey || environment.apiKey;
	const appKey = step.appKey || environment.appKey;
	if (isAccessToken(appKey) && apiKey === "") return bearer(appKey);
	if (apiKey && appKey) return keys(apiKey, appKey);
	if (!given && environment.bearerToken) return bearer(environment.bearerToken);
	if (apiKey === "" && appKey === "") return { problem: "api-key and app-key (or bearer-token, or org-uuid for a job that is mapped itself) are missing: set them from secrets, or DD_API_KEY and DD_APP_KEY in the environment. An empty one often means that the secret does not exist in this repository or environment, or that the run comes from a fork." };
	const [missing, variable] = apiKey === "" ? ["api-key", "DD_API_KEY"] : ["app-key", "DD_APP_KEY"];
	return { problem: `${missing} is missing: Datadog needs both keys here. Set it from a secret, or ${variable} in the environment.` };
}
function onlyKeys(step, environment) {
	return chooseCredentials({
		apiKey: step.apiKey || environment.apiKey,
		appKey: step.appKey || environment.appKey,
		bearerToken: ""
	}, {
		apiKey: "",
		appKey: "",
		bearerToken: ""
	});
}
function onlyBearer(step, environment) {
	const token = [
		step.bearerToken,
		step.appKey,
		environment.bearerToken,
		environment.appKey
	].find((text, index) => text !== "" && (index % 2 === 0 || isAccessToken(text)));
	if (token !== void 0) return bearer(token);
	return { problem: "bearer-token is missing: auth: bearer needs it. Set it from a secret, or DD_BEARER_TOKEN in the environment." };
}
function isAccessToken(text) {
	return /^dd[ps]at_/.test(text);
}
function bearer(token) {
	return {
		value: {
			type: "bearer",
			token
		},
		warnings: []
	};
}
function keys(apiKey, appKey, token = "") {
	const warnings = [];
	if (/^[0-9a-f]{40}$/.test(apiKey) && /^[0-9a-f]{32}$/.test(appKey)) warnings.push("api-key and app-key look swapped: an API key has 32 hexadecimal digits, an application key 40.");
	if (token !== "") warnings.push("bearer-token is not used, because api-key and app-key are given too.");
	return {
		value: {
			type: "keys",
			apiKey,
			appKey
		},
		warnings
	};
}
function authorization(credentials) {
	return credentials.type === "bearer" ? { authorization: `Bearer ${credentials.token}` } : {
		"dd-api-key": credentials.apiKey,
		"dd-application-key": credentials.appKey
	};
}
// src/action/inputs/credential-inputs.ts
const WHERE_ORG = "Datadog shows it under Organization Settings > Workload Identity Federation. Set it, or DD_ORG_UUID in the environment; if it was set from a variable or an earlier step's output, that was empty.";
async function readAuth(reader, given, setting) {
	const auth = reader.choice("auth");
	const org = readOrg(reader);
	const awsRegion = readRegion(reader);
	if (org.explicit && org.uuid === void 0) return void 0;
	const chosen = await choose(reader, given, setting, auth, org);
	if ("problem" in chosen) {
		reader.otherProblem(chosen.problem);
		return;
	}
	reader.warnings.push(...chosen.warnings);
	return {
		credentials: chosen.value,
		...awsRegion && { awsRegion },
		...org.uuid !== void 0 && { orgUuid: org.uuid.toLowerCase() }
	};
}
const READS_ONE = /* @__PURE__ */ new Set([
	"list",
	"get",
	"match"
]);
async function choose(reader, { step, environment }, setting, auth, org) {
	const { operation } = setting;
	const exchanges = operation === "verify" || operation === "login";
	if (auth === "keys" || auth === "bearer") {
		if (exchanges) return { problem: `auth: ${auth} does not go with operation: ${operation}, which exchanges the job's own identity. Use auth: aws or auth: github; keys that are given as well are used for look-ups.` };
		return auth === "keys" ? onlyKeys(step, environment) : onlyBearer(step, environment);
	}
	const given = chooseCredentials(step, environment);
	if (auth === "auto" && !exchanges) {
		const own = [
			step.apiKey,
			step.appKey,
			step.bearerToken
		].some((value) => value !== "");
		if ("value" in given && (own || !org.explicit)) return READS_ONE.has(operation) ? withUnusedOrg(given, org) : given;
		if (org.uuid === void 0 && org.problem === void 0) return given;
	}
	const identity = await readIdentity(reader, setting, auth, org);
	if ("problem" in identity) {
		if (auth !== "auto" || exchanges || !("value" in given)) return identity;
		const unused = `org-uuid is not used: ${identity.problem} The keys or the token of the environment are used instead.`;
		return {
			value: given.value,
			warnings: [...given.warnings, unused]
		};
	}
	if ("value" in given) return {
		value: {
			...identity.value,
			lookUp: given.value
		},
		warnings: given.warnings
	};
	const warnings = [step.apiKey, step.appKey].some((key) => key !== "") ? ["api-key or app-key alone is not used, because org-uuid makes the job use its own identity."] : [];
	return {
		value: identity.value,
		warnings
	};
}
function withUnusedOrg(given, org) {
	if (!org.explicit) return given;
	const unused = `org-uuid is not used, because ${given.value.type === "keys" ? "api-key and app-key are" : "a token is"} given too: list, get and match do not compare organizations. Leave org-uuid out, or set auth: aws or auth: github.`;
	return {
		value: given.value,
		warnings: [...given.warnings, unused]
	};
}
async function readIdentity(reader, { operation, kind, addSecret }, auth, org) {
	const { env } = reader;
	const { awsCredentials, hasAwsCredentials } = await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8310)).then((n) => n.n);
	const { offersGithubToken, ID_TOKEN_PERMISSION } = await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4005));
	const proves = operation === "verify" ? kind.startsWith("github-") ? "github" : "aws" : void 0;
	if (proves !== void 0 && auth !== "auto" && auth !== proves) return { problem: `auth: ${auth} does not go with kind: ${kind}, which is about ${proves === "aws" ? "AWS" : "GitHub"} callers. Leave auth out, or set kind: ${auth}-persona.` };
	const type = auth === "auto" ? proves ?? (hasAwsCredentials(env) || !offersGithubToken(env) ? "aws" : "github") : auth;
	const why = auth === "auto" ? `operation: ${operation}` : `auth: ${auth}`;
	if (org.problem !== void 0) return { problem: org.problem };
	if (type === "aws") {
		if (org.uuid === void 0) return { problem: `org-uuid: is missing: ${why} needs it. ${WHERE_ORG}` };
		const credentials = awsCredentials(env, addSecret);
		if (!("problem" in credentials)) return {
			value: {
				type,
				orgUuid: org.uuid
			},
			warnings: []
		};
		const instead = auth === "auto" && proves === void 0 ? " For the GitHub token of the job instead, give it permissions: id-token: write; for keys, set api-key and app-key." : "";
		return { problem: `${org.explicit ? "org-uuid is given" : why}, but ${credentials.problem}${instead}` };
	}
	const enterprise = enterpriseProblem(env);
	if (enterprise !== void 0) return { problem: `auth: github is not possible from ${enterprise}` };
	if (!offersGithubToken(env)) return { problem: `${why} needs the OIDC token of the job. ${ID_TOKEN_PERMISSION}` };
	return githubIdentity(reader, why, org);
}
function githubIdentity(reader, why, org) {
	const audience = reader.text("oidc-audience") || (org.uuid === void 0 ? "" : `datadog/${org.uuid}`);
	const proofPrefix = reader.text("oidc-proof-prefix");
	if (audience === "") return { problem: `org-uuid: is missing, and so is oidc-audience: ${why} needs one of them. ${WHERE_ORG}` };
	if (/[^\x21-\x7e]/.test(audience) || audience.length > 500) return { problem: `oidc-audience: ${quoted(audience)} is not an audience. Leave it out for datadog/<org-uuid>.` };
	if (/[^\x21-\x7e]/.test(proofPrefix) || proofPrefix.length > 100) return { problem: `oidc-proof-prefix: ${quoted(proofPrefix)} is not a prefix such as oidc-. Leave it out for none.` };
	return {
		value: {
			type: "github",
			audience,
			proofPrefix,
			...org.uuid === void 0 ? {} : { orgUuid: org.uuid }
		},
		warnings: []
	};
}
function enterpriseProblem(env) {
	const server = (env["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, "");
	if (server.toLowerCase() === "https://github.com") return void 0;
	return `${server}: its OIDC tokens have another issuer than https://token.actions.githubusercontent.com, which is the only one that Datadog trusts for GitHub. Run the step on github.com.`;
}
function readOrg(reader) {
	const own = reader.given("org-uuid");
	const variable = reader.variable("org-uuid");
	const text = own || (variable?.value.trim() ?? "");
	const explicit = own !== "";
	if (text === "") return { explicit };
	if (isUuid(text)) return {
		uuid: text,
		explicit
	};
	const problem = `${explicit ? "org-uuid" : `the environment variable ${variable?.name}`}: ${quoted(text)} is not the UUID of a Datadog organization, which looks like 5f3a1c7e-2b64-4d0a-9c1f-0e8d7b6a5432. Datadog shows it under Organization Settings > Workload Identity Federation.`;
	if (explicit) reader.otherProblem(problem);
	return explicit ? { explicit } : {
		problem,
		explicit
	};
}
function readRegion(reader) {
	const region = reader.text("aws-region");
	if (region === "" || /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(region)) return region || void 0;
	reader.problem("aws-region", `${quoted(region)} is not an AWS region such as eu-west-1. Leave it out for the global endpoint.`);
}
// src/datadog/problem.ts
function failureOf({ purpose, tries = 1 }, problem, more = []) {
	const times = tries > 1 ? `, ${tries} times in a row` : "";
	const sentences = [sentence(`Could not ${purpose}: ${problem.why}${times}`, problem.said), ...more];
	return new Failure(problem.reason, sentences.join(" "), adviceOf(problem));
}
function problemSentence({ why, said }) {
	return sentence(`${why.charAt(0).toUpperCase()}${why.slice(1)}`, said);
}
function waitSentences({ asked }, left) {
	if (asked === void 0) return [];
	const rest = left === void 0 ? "" : `, and ${duration(Math.max(0, left))} are left of timeout`;
	return [`It asks to wait ${duration(asked)}${rest}.`];
}
function sentence(start, said) {
	const text = said === void 0 ? start : `${start}: ${said}`;
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
function adviceOf({ advice }) {
	return advice === void 0 ? {} : { advice };
}
// package.json
var version$1 = "0.1.0";
// src/datadog/proxy.ts
function proxyFor(origin, env) {
	const target = new URL(origin);
	const scheme = target.protocol === "https:" ? "https_proxy" : "http_proxy";
	const name = [scheme, scheme.toUpperCase()].find((variable) => env[variable]?.trim());
	const exceptions = env["no_proxy"]?.trim() || env["NO_PROXY"]?.trim() || "";
	if (name === void 0 || isExcepted(target, exceptions)) return {
		value: void 0,
		warnings: []
	};
	const given = env[name]?.trim() ?? "";
	const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`);
	if (url === null || !/^https?:$/.test(url.protocol) || !isDecodable(url)) return { problem: `the environment variable ${name} is not the address of an HTTP proxy. Write it as http://host:port or http://user:password@host:port, with special characters of the password percent-encoded.` };
	if (target.protocol === "http:" && !isLoopback(url.hostname)) return {
		value: void 0,
		warnings: []
	};
	return {
		value: url,
		warnings: []
	};
}
function isDecodable(url) {
	try {
		decodeURIComponent(url.username + url.password);
		return url.hostname !== "";
	} catch {
		return false;
	}
}
function isExcepted(target, exceptions) {
	const host = target.hostname.toLowerCase();
	const port = target.port || (target.protocol === "https:" ? "443" : "80");
	return exceptions.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
		if (entry === "*" || isInSubnet(host, entry)) return true;
		const [, name = entry, only] = /^([^:]*|\[.*\])(?::(\d+))?$/.exec(entry) ?? [];
		if (only !== void 0 && only !== port) return false;
		const suffix = name.replace(/^\*?\./, "");
		return host === suffix || host === `[${suffix}]` || host.endsWith(`.${suffix}`);
	});
}
function isInSubnet(host, entry) {
	const [, network = "", prefix = ""] = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/.exec(entry) ?? [];
	const address = host.replace(/^\[|\]$/g, "");
	const family = (0,external_node_net_.isIPv6)(address) ? "ipv6" : "ipv4";
	if ((0,external_node_net_.isIP)(address) === 0 || (0,external_node_net_.isIP)(network) !== (0,external_node_net_.isIP)(address) || Number(prefix) > (family === "ipv6" ? 128 : 32)) return false;
	const subnet = new external_node_net_.BlockList();
	subnet.addSubnet(network, Number(prefix), family);
	return subnet.check(address, family);
}
// node_modules/undici/lib/core/symbols.js
var require_symbols = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = {
		kClose: Symbol("close"),
		kDestroy: Symbol("destroy"),
		kDispatch: Symbol("dispatch"),
		kUrl: Symbol("url"),
		kRequestOrigin: Symbol("request origin"),
		kRedirectCacheControl: Symbol("redirect cache control"),
		kOriginless: Symbol("originless"),
		kWriting: Symbol("writing"),
		kResuming: Symbol("resuming"),
		kQueue: Symbol("queue"),
		kConnect: Symbol("connect"),
		kConnecting: Symbol("connecting"),
		kKeepAliveDefaultTimeout: Symbol("default keep alive timeout"),
		kKeepAliveMaxTimeout: Symbol("max keep alive timeout"),
		kKeepAliveTimeoutThreshold: Symbol("keep alive timeout threshold"),
		kKeepAliveTimeoutValue: Symbol("keep alive timeout"),
		kKeepAlive: Symbol("keep alive"),
		kHeadersTimeout: Symbol("headers timeout"),
		kBodyTimeout: Symbol("body timeout"),
		kServerName: Symbol("server name"),
		kLocalAddress: Symbol("local address"),
		kHost: Symbol("host"),
		kNoRef: Symbol("no ref"),
		kBodyUsed: Symbol("used"),
		kBody: Symbol("abstracted request body"),
		kRunning: Symbol("running"),
		kBlocking: Symbol("blocking"),
		kPending: Symbol("pending"),
		kSize: Symbol("size"),
		kBusy: Symbol("busy"),
		kQueued: Symbol("queued"),
		kFree: Symbol("free"),
		kConnected: Symbol("connected"),
		kClosed: Symbol("closed"),
		kNeedDrain: Symbol("need drain"),
		kReset: Symbol("reset"),
		kDestroyed: Symbol.for("nodejs.stream.destroyed"),
		kResume: Symbol("resume"),
		kOnError: Symbol("on error"),
		kMaxHeadersSize: Symbol("max headers size"),
		kRunningIdx: Symbol("running index"),
		kPendingIdx: Symbol("pending index"),
		kError: Symbol("error"),
		kClients: Symbol("clients"),
		kClient: Symbol("client"),
		kParser: Symbol("parser"),
		kOnDestroyed: Symbol("destroy callbacks"),
		kPipelining: Symbol("pipelining"),
		kSocket: Symbol("socket"),
		kHostHeader: Symbol("host header"),
		kConnector: Symbol("connector"),
		kStrictContentLength: Symbol("strict content length"),
		kMaxRedirections: Symbol("maxRedirections"),
		kMaxRequests: Symbol("maxRequestsPerClient"),
		kProxy: Symbol("proxy agent options"),
		kCounter: Symbol("socket request counter"),
		kMaxResponseSize: Symbol("max response size"),
		kHTTP2Session: Symbol("http2Session"),
		kHTTP2Options: Symbol("http2 options"),
		kHTTP2SessionState: Symbol("http2Session state"),
		kRetryHandlerDefaultRetry: Symbol("retry agent default retry"),
		kConstruct: Symbol("constructable"),
		kListeners: Symbol("listeners"),
		kHTTPContext: Symbol("http context"),
		kMaxConcurrentStreams: Symbol("max concurrent streams"),
		kHostAuthority: Symbol("host authority"),
		kHTTP2InitialWindowSize: Symbol("http2 initial window size"),
		kHTTP2ConnectionWindowSize: Symbol("http2 connection window size"),
		kEnableConnectProtocol: Symbol("http2session connect protocol"),
		kRemoteSettings: Symbol("http2session remote settings"),
		kHTTP2Stream: Symbol("http2session client stream"),
		kPingInterval: Symbol("ping interval"),
		kUseMilo: Symbol("use milo"),
		kNoProxyAgent: Symbol("no proxy agent"),
		kHttpProxyAgent: Symbol("http proxy agent"),
		kHttpsProxyAgent: Symbol("https proxy agent"),
		kSocks5ProxyAgent: Symbol("socks5 proxy agent")
	};
}));
// node_modules/undici/lib/dispatcher/dispatcher.js
var require_dispatcher = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const EventEmitter = __nccwpck_require__(8474);
	const { kOriginless, kUrl } = require_symbols();
	var Dispatcher = class extends EventEmitter {
		dispatch() {
			throw new Error("not implemented");
		}
		close() {
			throw new Error("not implemented");
		}
		destroy() {
			throw new Error("not implemented");
		}
		compose(...args) {
			const interceptors = Array.isArray(args[0]) ? args[0] : args;
			const interceptorOrigin = this[kOriginless] === true ? null : this[kUrl]?.origin;
			let dispatch = this.dispatch.bind(this);
			for (const interceptor of interceptors) {
				if (interceptor == null) continue;
				if (typeof interceptor !== "function") throw new TypeError(`invalid interceptor, expected function received ${typeof interceptor}`);
				dispatch = interceptor(dispatch, interceptorOrigin);
				if (dispatch == null || typeof dispatch !== "function" || dispatch.length !== 2) throw new TypeError("invalid interceptor");
			}
			const originalDispatch = dispatch;
			const self = this;
			dispatch = function(opts, handler) {
				if (opts && typeof opts === "object" && !opts.origin && self[kUrl]) opts = Object.assign({}, opts, { origin: self[kUrl].origin });
				return originalDispatch(opts, handler);
			};
			return new Proxy(this, { get: (target, key) => key === "dispatch" ? dispatch : target[key] });
		}
	};
	module.exports = Dispatcher;
}));
// node_modules/undici/lib/util/stats.js
var require_stats = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { kConnected, kPending, kRunning, kSize, kFree, kQueued } = require_symbols();
	var ClientStats = class {
		constructor(client) {
			this.connected = client[kConnected];
			this.pending = client[kPending];
			this.running = client[kRunning];
			this.size = client[kSize];
		}
	};
	var PoolStats = class {
		constructor(pool) {
			this.connected = pool[kConnected];
			this.free = pool[kFree];
			this.pending = pool[kPending];
			this.queued = pool[kQueued];
			this.running = pool[kRunning];
			this.size = pool[kSize];
		}
	};
	module.exports = {
		ClientStats,
		PoolStats
	};
}));
// node_modules/undici/lib/core/errors.js
var require_errors = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const kUndiciError = Symbol.for("undici.error.UND_ERR");
	var UndiciError = class extends Error {
		constructor(message, options) {
			super(message, options);
			this.name = "UndiciError";
			this.code = "UND_ERR";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kUndiciError] === true;
		}
		get [kUndiciError]() {
			return true;
		}
	};
	const kConnectTimeoutError = Symbol.for("undici.error.UND_ERR_CONNECT_TIMEOUT");
	var ConnectTimeoutError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "ConnectTimeoutError";
			this.message = message || "Connect Timeout Error";
			this.code = "UND_ERR_CONNECT_TIMEOUT";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kConnectTimeoutError] === true;
		}
		get [kConnectTimeoutError]() {
			return true;
		}
	};
	const kHeadersTimeoutError = Symbol.for("undici.error.UND_ERR_HEADERS_TIMEOUT");
	var HeadersTimeoutError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "HeadersTimeoutError";
			this.message = message || "Headers Timeout Error";
			this.code = "UND_ERR_HEADERS_TIMEOUT";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kHeadersTimeoutError] === true;
		}
		get [kHeadersTimeoutError]() {
			return true;
		}
	};
	const kHeadersOverflowError = Symbol.for("undici.error.UND_ERR_HEADERS_OVERFLOW");
	var HeadersOverflowError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "HeadersOverflowError";
			this.message = message || "Headers Overflow Error";
			this.code = "UND_ERR_HEADERS_OVERFLOW";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kHeadersOverflowError] === true;
		}
		get [kHeadersOverflowError]() {
			return true;
		}
	};
	const kBodyTimeoutError = Symbol.for("undici.error.UND_ERR_BODY_TIMEOUT");
	var BodyTimeoutError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "BodyTimeoutError";
			this.message = message || "Body Timeout Error";
			this.code = "UND_ERR_BODY_TIMEOUT";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kBodyTimeoutError] === true;
		}
		get [kBodyTimeoutError]() {
			return true;
		}
	};
	const kInvalidArgumentError = Symbol.for("undici.error.UND_ERR_INVALID_ARG");
	var InvalidArgumentError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "InvalidArgumentError";
			this.message = message || "Invalid Argument Error";
			this.code = "UND_ERR_INVALID_ARG";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kInvalidArgumentError] === true;
		}
		get [kInvalidArgumentError]() {
			return true;
		}
	};
	const kInvalidReturnValueError = Symbol.for("undici.error.UND_ERR_INVALID_RETURN_VALUE");
	var InvalidReturnValueError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "InvalidReturnValueError";
			this.message = message || "Invalid Return Value Error";
			this.code = "UND_ERR_INVALID_RETURN_VALUE";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kInvalidReturnValueError] === true;
		}
		get [kInvalidReturnValueError]() {
			return true;
		}
	};
	const kAbortError = Symbol.for("undici.error.UND_ERR_ABORT");
	var AbortError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "AbortError";
			this.message = message || "The operation was aborted";
			this.code = "UND_ERR_ABORT";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kAbortError] === true;
		}
		get [kAbortError]() {
			return true;
		}
	};
	const kRequestAbortedError = Symbol.for("undici.error.UND_ERR_ABORTED");
	var RequestAbortedError = class extends AbortError {
		constructor(message) {
			super(message);
			this.name = "AbortError";
			this.message = message || "Request aborted";
			this.code = "UND_ERR_ABORTED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kRequestAbortedError] === true;
		}
		get [kRequestAbortedError]() {
			return true;
		}
	};
	const kInformationalError = Symbol.for("undici.error.UND_ERR_INFO");
	var InformationalError = class extends UndiciError {
		constructor(message, options) {
			super(message, options);
			this.name = "InformationalError";
			this.message = message || "Request information";
			this.code = "UND_ERR_INFO";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kInformationalError] === true;
		}
		get [kInformationalError]() {
			return true;
		}
	};
	const kRequestContentLengthMismatchError = Symbol.for("undici.error.UND_ERR_REQ_CONTENT_LENGTH_MISMATCH");
	var RequestContentLengthMismatchError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "RequestContentLengthMismatchError";
			this.message = message || "Request body length does not match content-length header";
			this.code = "UND_ERR_REQ_CONTENT_LENGTH_MISMATCH";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kRequestContentLengthMismatchError] === true;
		}
		get [kRequestContentLengthMismatchError]() {
			return true;
		}
	};
	const kResponseContentLengthMismatchError = Symbol.for("undici.error.UND_ERR_RES_CONTENT_LENGTH_MISMATCH");
	var ResponseContentLengthMismatchError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "ResponseContentLengthMismatchError";
			this.message = message || "Response body length does not match content-length header";
			this.code = "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kResponseContentLengthMismatchError] === true;
		}
		get [kResponseContentLengthMismatchError]() {
			return true;
		}
	};
	const kClientDestroyedError = Symbol.for("undici.error.UND_ERR_DESTROYED");
	var ClientDestroyedError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "ClientDestroyedError";
			this.message = message || "The client is destroyed";
			this.code = "UND_ERR_DESTROYED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kClientDestroyedError] === true;
		}
		get [kClientDestroyedError]() {
			return true;
		}
	};
	const kClientClosedError = Symbol.for("undici.error.UND_ERR_CLOSED");
	var ClientClosedError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "ClientClosedError";
			this.message = message || "The client is closed";
			this.code = "UND_ERR_CLOSED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kClientClosedError] === true;
		}
		get [kClientClosedError]() {
			return true;
		}
	};
	const kSocketError = Symbol.for("undici.error.UND_ERR_SOCKET");
	var SocketError = class extends UndiciError {
		constructor(message, socket) {
			super(message);
			this.name = "SocketError";
			this.message = message || "Socket error";
			this.code = "UND_ERR_SOCKET";
			this.socket = socket;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kSocketError] === true;
		}
		get [kSocketError]() {
			return true;
		}
	};
	const kNotSupportedError = Symbol.for("undici.error.UND_ERR_NOT_SUPPORTED");
	var NotSupportedError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "NotSupportedError";
			this.message = message || "Not supported error";
			this.code = "UND_ERR_NOT_SUPPORTED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kNotSupportedError] === true;
		}
		get [kNotSupportedError]() {
			return true;
		}
	};
	const kBalancedPoolMissingUpstreamError = Symbol.for("undici.error.UND_ERR_BPL_MISSING_UPSTREAM");
	var BalancedPoolMissingUpstreamError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "MissingUpstreamError";
			this.message = message || "No upstream has been added to the BalancedPool";
			this.code = "UND_ERR_BPL_MISSING_UPSTREAM";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kBalancedPoolMissingUpstreamError] === true;
		}
		get [kBalancedPoolMissingUpstreamError]() {
			return true;
		}
	};
	const kWebAssemblyNotSupportedError = Symbol.for("undici.error.ERR_WEBASSEMBLY_NOT_SUPPORTED");
	var WebAssemblyNotSupportedError = class extends Error {
		constructor(message) {
			super(message || "WebAssembly is not supported in this environment, but is required for HTTP/1 parsing");
			this.code = "ERR_WEBASSEMBLY_NOT_SUPPORTED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kWebAssemblyNotSupportedError] === true;
		}
		get [kWebAssemblyNotSupportedError]() {
			return true;
		}
	};
	const kHTTPParserError = Symbol.for("undici.error.UND_ERR_HTTP_PARSER");
	var HTTPParserError = class extends Error {
		constructor(message, code, data) {
			super(message);
			this.name = "HTTPParserError";
			this.code = code ? `HPE_${code}` : void 0;
			this.data = data ? data.toString() : void 0;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kHTTPParserError] === true;
		}
		get [kHTTPParserError]() {
			return true;
		}
	};
	const kResponseExceededMaxSizeError = Symbol.for("undici.error.UND_ERR_RES_EXCEEDED_MAX_SIZE");
	var ResponseExceededMaxSizeError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "ResponseExceededMaxSizeError";
			this.message = message || "Response content exceeded max size";
			this.code = "UND_ERR_RES_EXCEEDED_MAX_SIZE";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kResponseExceededMaxSizeError] === true;
		}
		get [kResponseExceededMaxSizeError]() {
			return true;
		}
	};
	const kRequestRetryError = Symbol.for("undici.error.UND_ERR_REQ_RETRY");
	var RequestRetryError = class extends UndiciError {
		constructor(message, code, { headers, data }) {
			super(message);
			this.name = "RequestRetryError";
			this.message = message || "Request retry error";
			this.code = "UND_ERR_REQ_RETRY";
			this.statusCode = code;
			this.data = data;
			this.headers = headers;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kRequestRetryError] === true;
		}
		get [kRequestRetryError]() {
			return true;
		}
	};
	const kResponseError = Symbol.for("undici.error.UND_ERR_RESPONSE");
	var ResponseError = class extends UndiciError {
		constructor(message, code, { headers, body, bodyTruncated = false }) {
			super(message);
			this.name = "ResponseError";
			this.message = message || "Response error";
			this.code = "UND_ERR_RESPONSE";
			this.statusCode = code;
			this.body = body;
			this.bodyTruncated = bodyTruncated;
			this.headers = headers;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kResponseError] === true;
		}
		get [kResponseError]() {
			return true;
		}
	};
	const kSecureProxyConnectionError = Symbol.for("undici.error.UND_ERR_PRX_TLS");
	var SecureProxyConnectionError = class extends UndiciError {
		constructor(cause, message, options = {}) {
			super(message, {
				cause,
				...options
			});
			this.name = "SecureProxyConnectionError";
			this.message = message || "Secure Proxy Connection failed";
			this.code = "UND_ERR_PRX_TLS";
			this.cause = cause;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kSecureProxyConnectionError] === true;
		}
		get [kSecureProxyConnectionError]() {
			return true;
		}
	};
	const kProxyConnectionError = Symbol.for("undici.error.UND_ERR_PRX_CONN");
	var ProxyConnectionError = class extends UndiciError {
		constructor(cause, message, options = {}) {
			super(message, {
				cause,
				...options
			});
			this.name = "ProxyConnectionError";
			this.message = message || "Proxy Connection failed";
			this.code = "UND_ERR_PRX_CONN";
			this.cause = cause;
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kProxyConnectionError] === true;
		}
		get [kProxyConnectionError]() {
			return true;
		}
	};
	const kMaxRedirectsError = Symbol.for("undici.error.UND_ERR_REDIRECT_MAX");
	var MaxRedirectsError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "MaxRedirectsError";
			this.message = message || "max redirects";
			this.code = "UND_ERR_REDIRECT_MAX";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kMaxRedirectsError] === true;
		}
		get [kMaxRedirectsError]() {
			return true;
		}
	};
	const kMaxOriginsReachedError = Symbol.for("undici.error.UND_ERR_MAX_ORIGINS_REACHED");
	var MaxOriginsReachedError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "MaxOriginsReachedError";
			this.message = message || "Maximum allowed origins reached";
			this.code = "UND_ERR_MAX_ORIGINS_REACHED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kMaxOriginsReachedError] === true;
		}
		get [kMaxOriginsReachedError]() {
			return true;
		}
	};
	var Socks5ProxyError = class extends UndiciError {
		constructor(message, code) {
			super(message);
			this.name = "Socks5ProxyError";
			this.message = message || "SOCKS5 proxy error";
			this.code = code || "UND_ERR_SOCKS5";
		}
	};
	const kMessageSizeExceededError = Symbol.for("undici.error.UND_ERR_WS_MESSAGE_SIZE_EXCEEDED");
	var MessageSizeExceededError = class extends UndiciError {
		constructor(message) {
			super(message);
			this.name = "MessageSizeExceededError";
			this.message = message || "Max decompressed message size exceeded";
			this.code = "UND_ERR_WS_MESSAGE_SIZE_EXCEEDED";
		}
		static [Symbol.hasInstance](instance) {
			return instance && instance[kMessageSizeExceededError] === true;
		}
		get [kMessageSizeExceededError]() {
			return true;
		}
	};
	module.exports = {
		AbortError,
		WebAssemblyNotSupportedError,
		HTTPParserError,
		UndiciError,
		HeadersTimeoutError,
		HeadersOverflowError,
		BodyTimeoutError,
		RequestContentLengthMismatchError,
		ConnectTimeoutError,
		InvalidArgumentError,
		InvalidReturnValueError,
		RequestAbortedError,
		ClientDestroyedError,
		ClientClosedError,
		InformationalError,
		SocketError,
		NotSupportedError,
		ResponseContentLengthMismatchError,
		BalancedPoolMissingUpstreamError,
		ResponseExceededMaxSizeError,
		RequestRetryError,
		ResponseError,
		SecureProxyConnectionError,
		ProxyConnectionError,
		MaxOriginsReachedError,
		MaxRedirectsError,
		Socks5ProxyError,
		MessageSizeExceededError
	};
}));
// node_modules/undici/lib/core/constants.js
var require_constants$1 = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const wellknownHeaderNames = [
		"Accept",
		"Accept-Encoding",
		"Accept-Language",
		"Accept-Ranges",
		"Access-Control-Allow-Credentials",
		"Access-Control-Allow-Headers",
		"Access-Control-Allow-Methods",
		"Access-Control-Allow-Origin",
		"Access-Control-Expose-Headers",
		"Access-Control-Max-Age",
		"Access-Control-Request-Headers",
		"Access-Control-Request-Method",
		"Age",
		"Allow",
		"Alt-Svc",
		"Alt-Used",
		"Authorization",
		"Cache-Control",
		"Clear-Site-Data",
		"Connection",
		"Content-Disposition",
		"Content-Encoding",
		"Content-Language",
		"Content-Length",
		"Content-Location",
		"Content-Range",
		"Content-Security-Policy",
		"Content-Security-Policy-Report-Only",
		"Content-Type",
		"Cookie",
		"Cross-Origin-Embedder-Policy",
		"Cross-Origin-Opener-Policy",
		"Cross-Origin-Resource-Policy",
		"Date",
		"Device-Memory",
		"Downlink",
		"ECT",
		"ETag",
		"Expect",
		"Expect-CT",
		"Expires",
		"Forwarded",
		"From",
		"Host",
		"If-Match",
		"If-Modified-Since",
		"If-None-Match",
		"If-Range",
		"If-Unmodified-Since",
		"Keep-Alive",
		"Last-Modified",
		"Link",
		"Location",
		"Max-Forwards",
		"Origin",
		"Permissions-Policy",
		"Pragma",
		"Proxy-Authenticate",
		"Proxy-Authorization",
		"RTT",
		"Range",
		"Referer",
		"Referrer-Policy",
		"Refresh",
		"Retry-After",
		"Sec-WebSocket-Accept",
		"Sec-WebSocket-Extensions",
		"Sec-WebSocket-Key",
		"Sec-WebSocket-Protocol",
		"Sec-WebSocket-Version",
		"Server",
		"Server-Timing",
		"Service-Worker-Allowed",
		"Service-Worker-Navigation-Preload",
		"Set-Cookie",
		"SourceMap",
		"Strict-Transport-Security",
		"Supports-Loading-Mode",
		"TE",
		"Timing-Allow-Origin",
		"Trailer",
		"Transfer-Encoding",
		"Upgrade",
		"Upgrade-Insecure-Requests",
		"User-Agent",
		"Vary",
		"Via",
		"WWW-Authenticate",
		"X-Content-Type-Options",
		"X-DNS-Prefetch-Control",
		"X-Frame-Options",
		"X-Permitted-Cross-Domain-Policies",
		"X-Powered-By",
		"X-Requested-With",
		"X-XSS-Protection"
	];
	const headerNameLowerCasedRecord = {};
	Object.setPrototypeOf(headerNameLowerCasedRecord, null);
	for (let i = 0; i < wellknownHeaderNames.length; ++i) {
		const key = wellknownHeaderNames[i];
		const lowerCasedKey = key.toLowerCase();
		headerNameLowerCasedRecord[key] = headerNameLowerCasedRecord[lowerCasedKey] = lowerCasedKey;
	}
	module.exports = {
		wellknownHeaderNames,
		headerNameLowerCasedRecord,
		defaultWebSocketMaxFragments: 131072,
		defaultWebSocketMaxPayloadSize: 134217728
	};
}));
// node_modules/undici/lib/dispatcher/dispatcher-base.js
var require_dispatcher_base = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const buffer = __nccwpck_require__(4573);
	const Dispatcher = require_dispatcher();
	const { ClientDestroyedError, ClientClosedError, InvalidArgumentError } = require_errors();
	const { kDestroy, kClose, kClosed, kDestroyed, kDispatch } = require_symbols();
	const { defaultWebSocketMaxFragments, defaultWebSocketMaxPayloadSize } = require_constants$1();
	const kOnDestroyed = Symbol("onDestroyed");
	const kOnClosed = Symbol("onClosed");
	const kWebSocketOptions = Symbol("webSocketOptions");
	const kEventSourceOptions = Symbol("eventSourceOptions");
	var DispatcherBase = class extends Dispatcher {
		[kDestroyed] = false;
		[kOnDestroyed] = null;
		[kClosed] = false;
		[kOnClosed] = null;
		constructor(opts) {
			super();
			this[kWebSocketOptions] = opts?.webSocket ?? {};
			this[kEventSourceOptions] = opts?.eventSource ?? {};
		}
		get webSocketOptions() {
			return {
				maxFragments: this[kWebSocketOptions].maxFragments ?? defaultWebSocketMaxFragments,
				maxPayloadSize: this[kWebSocketOptions].maxPayloadSize ?? defaultWebSocketMaxPayloadSize
			};
		}
		get eventSourceOptions() {
			return { maxEventSize: this[kEventSourceOptions].maxEventSize ?? buffer.kStringMaxLength };
		}
		get destroyed() {
			return this[kDestroyed];
		}
		get closed() {
			return this[kClosed];
		}
		close(callback) {
			if (callback === void 0) return new Promise((resolve, reject) => {
				this.close((err, data) => {
					return err ? reject(err) : resolve(data);
				});
			});
			if (typeof callback !== "function") throw new InvalidArgumentError("invalid callback");
			if (this[kDestroyed]) {
				const err = new ClientDestroyedError();
				queueMicrotask(() => callback(err, null));
				return;
			}
			if (this[kClosed]) {
				if (this[kOnClosed]) this[kOnClosed].push(callback);
				else queueMicrotask(() => callback(null, null));
				return;
			}
			this[kClosed] = true;
			this[kOnClosed] ??= [];
			this[kOnClosed].push(callback);
			const onClosed = () => {
				const callbacks = this[kOnClosed];
				this[kOnClosed] = null;
				for (let i = 0; i < callbacks.length; i++) callbacks[i](null, null);
			};
			this[kClose]().then(() => this.destroy()).then(() => queueMicrotask(onClosed));
		}
		destroy(err, callback) {
			if (typeof err === "function") {
				callback = err;
				err = null;
			}
			if (callback === void 0) return new Promise((resolve, reject) => {
				this.destroy(err, (err, data) => {
					return err ? reject(err) : resolve(data);
				});
			});
			if (typeof callback !== "function") throw new InvalidArgumentError("invalid callback");
			if (this[kDestroyed]) {
				if (this[kOnDestroyed]) this[kOnDestroyed].push(callback);
				else queueMicrotask(() => callback(null, null));
				return;
			}
			if (!err) err = new ClientDestroyedError();
			this[kDestroyed] = true;
			this[kOnDestroyed] ??= [];
			this[kOnDestroyed].push(callback);
			const onDestroyed = () => {
				const callbacks = this[kOnDestroyed];
				this[kOnDestroyed] = null;
				for (let i = 0; i < callbacks.length; i++) callbacks[i](null, null);
			};
			this[kDestroy](err).then(() => queueMicrotask(onDestroyed));
		}
		dispatch(opts, handler) {
			if (!handler || typeof handler !== "object") throw new InvalidArgumentError("handler must be an object");
			try {
				if (!opts || typeof opts !== "object") throw new InvalidArgumentError("opts must be an object.");
				if (opts.dispatcher) throw new InvalidArgumentError("opts.dispatcher is not supported by instance methods. Pass opts.dispatcher to the top-level undici functions or call the dispatcher instance method directly.");
				if (this[kDestroyed] || this[kOnDestroyed]) throw new ClientDestroyedError();
				if (this[kClosed]) throw new ClientClosedError();
				return this[kDispatch](opts, handler);
			} catch (err) {
				if (typeof handler.onResponseError !== "function") throw err;
				handler.onResponseError(null, err);
				return false;
			}
		}
	};
	module.exports = DispatcherBase;
}));
// node_modules/undici/lib/dispatcher/fixed-queue.js
var require_fixed_queue = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const kSize = 2048;
	const kMask = 2047;
	var FixedCircularBuffer = class {
		bottom = 0;
		top = 0;
		list = new Array(kSize).fill(void 0);
		next = null;
		isEmpty() {
			return this.top === this.bottom;
		}
		isFull() {
			return (this.top + 1 & kMask) === this.bottom;
		}
		push(data) {
			this.list[this.top] = data;
			this.top = this.top + 1 & kMask;
		}
		shift() {
			const nextItem = this.list[this.bottom];
			if (nextItem === void 0) return null;
			this.list[this.bottom] = void 0;
			this.bottom = this.bottom + 1 & kMask;
			return nextItem;
		}
	};
	module.exports = class FixedQueue {
		constructor() {
			this.head = this.tail = new FixedCircularBuffer();
		}
		isEmpty() {
			return this.head.isEmpty();
		}
		push(data) {
			if (this.head.isFull()) this.head = this.head.next = new FixedCircularBuffer();
			this.head.push(data);
		}
		shift() {
			const tail = this.tail;
			const next = tail.shift();
			if (tail.isEmpty() && tail.next !== null) {
				this.tail = tail.next;
				tail.next = null;
			}
			return next;
		}
	};
}));
// node_modules/undici/lib/dispatcher/pool-base.js
var require_pool_base = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { AsyncResource } = __nccwpck_require__(6698);
	const { PoolStats } = require_stats();
	const DispatcherBase = require_dispatcher_base();
	const FixedQueue = require_fixed_queue();
	const { kConnected, kSize, kRunning, kPending, kQueued, kBusy, kFree, kUrl, kClose, kDestroy, kDispatch } = require_symbols();
	const kClients = Symbol("clients");
	const kNeedDrain = Symbol("needDrain");
	const kQueue = Symbol("queue");
	const kClosedResolve = Symbol("closed resolve");
	const kOnDrain = Symbol("onDrain");
	const kOnConnect = Symbol("onConnect");
	const kOnDisconnect = Symbol("onDisconnect");
	const kOnConnectionError = Symbol("onConnectionError");
	const kOnClientBusy = Symbol("on client busy");
	const kOnClientDrain = Symbol("on client drain");
	const kDrainQueue = Symbol("drain queue");
	const kGetDispatcher = Symbol("get dispatcher");
	const kHasDispatcher = Symbol("has dispatcher");
	const kAddClient = Symbol("add client");
	const kRemoveClient = Symbol("remove client");
	const kRetireClient = Symbol("retire client");
	const kRetiring = Symbol("retiring clients");
	var QueuedRequest = class extends AsyncResource {
		constructor(opts, handler) {
			super("UNDICI_POOL_QUEUED_REQUEST");
			this.opts = opts;
			this.handler = handler;
		}
		dispatch(dispatcher) {
			return this.runInAsyncScope(dispatcher.dispatch, dispatcher, this.opts, this.handler);
		}
	};
	function closeClients(pool) {
		const closeAll = [];
		for (let i = 0; i < pool[kClients].length; i++) {
			const client = pool[kClients][i];
			if (!client.destroyed) closeAll.push(client.close());
		}
		for (const closed of pool[kRetiring].values()) closeAll.push(closed);
		return Promise.all(closeAll);
	}
	var PoolBase = class extends DispatcherBase {
		[kQueue] = new FixedQueue();
		[kQueued] = 0;
		[kClients] = [];
		[kRetiring] = /* @__PURE__ */ new Map();
		[kNeedDrain] = false;
		[kOnDrain](client, origin, targets) {
			if (client.closed || client.destroyed) return;
			const queue = this[kQueue];
			let needDrain = false;
			this[kOnClientDrain](client);
			while (!needDrain) {
				const item = queue.shift();
				if (!item) break;
				this[kQueued]--;
				needDrain = !item.dispatch(client);
			}
			client[kNeedDrain] = needDrain;
			if (needDrain) {
				this[kOnClientBusy](client);
				if (!queue.isEmpty()) return this[kDrainQueue](origin, targets);
			}
			if (!needDrain && this[kNeedDrain]) {
				this[kNeedDrain] = false;
				this.emit("drain", origin, [this, ...targets]);
			}
			if (this[kClosedResolve] && queue.isEmpty()) return closeClients(this).then(this[kClosedResolve]);
		}
		[kOnClientBusy]() {}
		[kOnClientDrain]() {}
		[kDrainQueue](origin, targets) {
			const queue = this[kQueue];
			let hasDispatcher = true;
			while (!queue.isEmpty()) {
				const dispatcher = this[kGetDispatcher]();
				if (!dispatcher) {
					hasDispatcher = false;
					break;
				}
				const item = queue.shift();
				this[kQueued]--;
				if (!item.dispatch(dispatcher)) {
					dispatcher[kNeedDrain] = true;
					this[kOnClientBusy](dispatcher);
					hasDispatcher = this[kHasDispatcher]();
					if (!hasDispatcher) break;
				}
			}
			if (hasDispatcher && this[kNeedDrain]) {
				this[kNeedDrain] = false;
				this.emit("drain", origin, [this, ...targets]);
			}
			if (this[kClosedResolve] && queue.isEmpty()) return closeClients(this).then(this[kClosedResolve]);
		}
		[kOnConnect] = (origin, targets) => {
			this.emit("connect", origin, [this, ...targets]);
		};
		[kOnDisconnect] = (origin, targets, err) => {
			this.emit("disconnect", origin, [this, ...targets], err);
		};
		[kOnConnectionError] = (origin, targets, err) => {
			this.emit("connectionError", origin, [this, ...targets], err);
		};
		get [kBusy]() {
			return this[kNeedDrain];
		}
		get [kConnected]() {
			let ret = 0;
			for (const { [kConnected]: connected } of this[kClients]) ret += connected;
			return ret;
		}
		get [kFree]() {
			let ret = 0;
			for (const { [kConnected]: connected, [kNeedDrain]: needDrain } of this[kClients]) ret += connected && !needDrain;
			return ret;
		}
		get [kPending]() {
			let ret = this[kQueued];
			for (const { [kPending]: pending } of this[kClients]) ret += pending;
			return ret;
		}
		get [kRunning]() {
			let ret = 0;
			for (const { [kRunning]: running } of this[kClients]) ret += running;
			return ret;
		}
		get [kSize]() {
			let ret = this[kQueued];
			for (const { [kSize]: size } of this[kClients]) ret += size;
			return ret;
		}
		get stats() {
			return new PoolStats(this);
		}
		[kClose]() {
			if (this[kQueue].isEmpty()) return closeClients(this);
			else return new Promise((resolve) => {
				this[kClosedResolve] = resolve;
			});
		}
		[kDestroy](err) {
			while (true) {
				const item = this[kQueue].shift();
				if (!item) break;
				item.handler.onResponseError(null, err);
			}
			const destroyAll = new Array(this[kClients].length);
			for (let i = 0; i < this[kClients].length; i++) destroyAll[i] = this[kClients][i].destroy(err);
			for (const client of this[kRetiring].keys()) destroyAll.push(client.destroy(err));
			return Promise.all(destroyAll);
		}
		[kDispatch](opts, handler) {
			const dispatcher = this[kGetDispatcher]();
			if (!dispatcher) {
				this[kNeedDrain] = true;
				this[kQueue].push(new QueuedRequest(opts, handler));
				this[kQueued]++;
			} else if (!dispatcher.dispatch(opts, handler)) {
				dispatcher[kNeedDrain] = true;
				this[kOnClientBusy](dispatcher);
				this[kNeedDrain] = !this[kHasDispatcher]();
			}
			return !this[kNeedDrain];
		}
		[kHasDispatcher]() {
			for (let i = 0; i < this[kClients].length; i++) {
				const dispatcher = this[kClients][i];
				if (!dispatcher[kNeedDrain] && dispatcher.closed !== true && dispatcher.destroyed !== true) return true;
			}
			return false;
		}
		[kAddClient](client) {
			client.on("drain", this[kOnDrain].bind(this, client)).on("connect", this[kOnConnect]).on("disconnect", this[kOnDisconnect]).on("connectionError", this[kOnConnectionError]);
			this[kClients].push(client);
			if (this[kNeedDrain]) queueMicrotask(() => {
				if (this[kNeedDrain] && !client[kNeedDrain]) this[kOnDrain](client, client[kUrl], [client, this]);
			});
			return this;
		}
		[kRetireClient](client) {
			const idx = this[kClients].indexOf(client);
			if (idx !== -1) this[kClients].splice(idx, 1);
			if (client.destroyed || this[kRetiring].has(client)) return;
			let done = false;
			let resolveClosed;
			const closed = new Promise((resolve) => {
				resolveClosed = resolve;
			});
			this[kRetiring].set(client, closed);
			client.close(() => {
				if (!done) {
					done = true;
					this[kRetiring].delete(client);
					resolveClosed();
				}
			});
		}
		[kRemoveClient](client) {
			this[kRetireClient](client);
			this[kNeedDrain] = !this[kClients].some((dispatcher) => !dispatcher[kNeedDrain] && dispatcher.closed !== true && dispatcher.destroyed !== true);
		}
	};
	module.exports = {
		PoolBase,
		kClients,
		kNeedDrain,
		kAddClient,
		kRemoveClient,
		kRetireClient,
		kDrainQueue,
		kOnClientBusy,
		kOnClientDrain,
		kGetDispatcher,
		kHasDispatcher
	};
}));
// node_modules/undici/lib/util/timers.js
var require_timers = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	let fastNow = 0;
	const RESOLUTION_MS = 1e3;
	const TICK_MS = 499;
	let fastNowTimeout;
	const kFastTimer = Symbol("kFastTimer");
	const fastTimers = [];
	const NOT_IN_LIST = -2;
	const TO_BE_CLEARED = -1;
	const PENDING = 0;
	const ACTIVE = 1;
	function onTick() {
		fastNow += TICK_MS;
		let idx = 0;
		let len = fastTimers.length;
		while (idx < len) {
			const timer = fastTimers[idx];
			if (timer._state === PENDING) {
				timer._idleStart = fastNow - TICK_MS;
				timer._state = ACTIVE;
			} else if (timer._state === ACTIVE && fastNow >= timer._idleStart + timer._idleTimeout) {
				timer._state = TO_BE_CLEARED;
				timer._idleStart = -1;
				timer._onTimeout(timer._timerArg);
			}
			if (timer._state === TO_BE_CLEARED) {
				timer._state = NOT_IN_LIST;
				if (--len !== 0) fastTimers[idx] = fastTimers[len];
			} else ++idx;
		}
		fastTimers.length = len;
		if (fastTimers.length !== 0) refreshTimeout();
	}
	function refreshTimeout() {
		if (fastNowTimeout?.refresh) fastNowTimeout.refresh();
		else {
			clearTimeout(fastNowTimeout);
			fastNowTimeout = setTimeout(onTick, TICK_MS);
			fastNowTimeout?.unref();
		}
	}
	var FastTimer = class {
		[kFastTimer] = true;
		_state = NOT_IN_LIST;
		_idleTimeout = -1;
		_idleStart = -1;
		_onTimeout;
		_timerArg;
		constructor(callback, delay, arg) {
			this._onTimeout = callback;
			this._idleTimeout = delay;
			this._timerArg = arg;
			this.refresh();
		}
		refresh() {
			if (this._state === NOT_IN_LIST) fastTimers.push(this);
			if (!fastNowTimeout || fastTimers.length === 1) refreshTimeout();
			this._state = PENDING;
		}
		clear() {
			this._state = TO_BE_CLEARED;
			this._idleStart = -1;
		}
	};
	module.exports = {
		setTimeout(callback, delay, arg) {
			return delay <= RESOLUTION_MS ? setTimeout(callback, delay, arg) : new FastTimer(callback, delay, arg);
		},
		clearTimeout(timeout) {
			if (timeout[kFastTimer]) timeout.clear();
			else clearTimeout(timeout);
		},
		setFastTimeout(callback, delay, arg) {
			return new FastTimer(callback, delay, arg);
		},
		clearFastTimeout(timeout) {
			timeout.clear();
		},
		now() {
			return fastNow;
		},
		tick(delay = 0) {
			fastNow += delay - RESOLUTION_MS + 1;
			onTick();
			onTick();
		},
		reset() {
			fastNow = 0;
			fastTimers.length = 0;
			clearTimeout(fastNowTimeout);
			fastNowTimeout = null;
		},
		kFastTimer
	};
}));
// node_modules/undici/lib/core/tree.js
var require_tree = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { wellknownHeaderNames, headerNameLowerCasedRecord } = require_constants$1();
	var TstNode = class TstNode {
		value = null;
		left = null;
		middle = null;
		right = null;
		code;
		constructor(key, value, index) {
			if (index === void 0 || index >= key.length) throw new TypeError("Unreachable");
			if ((this.code = key.charCodeAt(index)) > 127) throw new TypeError("key must be ascii string");
			if (key.length !== ++index) this.middle = new TstNode(key, value, index);
			else this.value = value;
		}
		add(key, value) {
			const length = key.length;
			if (length === 0) throw new TypeError("Unreachable");
			let index = 0;
			let node = this;
			while (true) {
				const code = key.charCodeAt(index);
				if (code > 127) throw new TypeError("key must be ascii string");
				if (node.code === code) {
					if (length === ++index) {
						node.value = value;
						break;
					} else if (node.middle !== null) node = node.middle;
					else {
						node.middle = new TstNode(key, value, index);
						break;
					}
				} else if (node.code < code) {
					if (node.left !== null) node = node.left;
					else {
						node.left = new TstNode(key, value, index);
						break;
					}
				} else if (node.right !== null) node = node.right;
				else {
					node.right = new TstNode(key, value, index);
					break;
				}
			}
		}
		search(key) {
			const keylength = key.length;
			let index = 0;
			let node = this;
			while (node !== null && index < keylength) {
				let code = key[index];
				if (code <= 90 && code >= 65) code |= 32;
				while (node !== null) {
					if (code === node.code) {
						if (keylength === ++index) return node;
						node = node.middle;
						break;
					}
					node = node.code < code ? node.left : node.right;
				}
			}
			return null;
		}
	};
	var TernarySearchTree = class {
		node = null;
		insert(key, value) {
			if (this.node === null) this.node = new TstNode(key, value, 0);
			else this.node.add(key, value);
		}
		lookup(key) {
			return this.node?.search(key)?.value ?? null;
		}
	};
	const tree = new TernarySearchTree();
	for (let i = 0; i < wellknownHeaderNames.length; ++i) {
		const key = headerNameLowerCasedRecord[wellknownHeaderNames[i]];
		tree.insert(key, key);
	}
	module.exports = {
		TernarySearchTree,
		tree
	};
}));
// node_modules/undici/lib/core/util.js
var require_util = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const assert = __nccwpck_require__(4589);
	const { kDestroyed, kBodyUsed, kListeners, kBody } = require_symbols();
	const { IncomingMessage } = __nccwpck_require__(7067);
	const stream = __nccwpck_require__(7075);
	const net = __nccwpck_require__(7030);
	const { stringify } = __nccwpck_require__(1792);
	const { EventEmitter: EE, addAbortListener: addAbortListenerNative } = __nccwpck_require__(8474);
	const timers = require_timers();
	const { InvalidArgumentError, ConnectTimeoutError } = require_errors();
	const { headerNameLowerCasedRecord } = require_constants$1();
	const { tree } = require_tree();
	var BodyAsyncIterable = class {
		constructor(body) {
			this[kBody] = body;
			this[kBodyUsed] = false;
		}
		async *[Symbol.asyncIterator]() {
			assert(!this[kBodyUsed], "disturbed");
			this[kBodyUsed] = true;
			yield* this[kBody];
		}
	};
	function noop() {}
	function wrapRequestBody(body) {
		if (isStream(body)) {
			if (bodyLength(body) === 0) body.on("data", function() {
				assert(false);
			});
			if (typeof body.readableDidRead !== "boolean") {
				body[kBodyUsed] = false;
				EE.prototype.on.call(body, "data", function() {
					this[kBodyUsed] = true;
				});
			}
			return body;
		} else if (body && typeof body.pipeTo === "function") return new BodyAsyncIterable(body);
		else if (body && isFormDataLike(body)) return body;
		else if (body && typeof body !== "string" && !ArrayBuffer.isView(body) && isIterable(body)) return new BodyAsyncIterable(body);
		else return body;
	}
	function isStream(obj) {
		return obj && typeof obj === "object" && typeof obj.pipe === "function" && typeof obj.on === "function";
	}
	function isBlobLike(object) {
		return object instanceof Blob;
	}
	function pathHasQueryOrFragment(url) {
		return url.includes("?") || url.includes("#");
	}
	function serializePathWithQuery(url, queryParams) {
		if (pathHasQueryOrFragment(url)) throw new Error("Query params cannot be passed when url already contains \"?\" or \"#\".");
		const stringified = stringify(queryParams);
		if (stringified) url += "?" + stringified;
		return url;
	}
	function isValidPort(port) {
		const value = parseInt(port, 10);
		return value === Number(port) && value >= 0 && value <= 65535;
	}
	function isHttpOrHttpsPrefixed(value) {
		return value != null && value[0] === "h" && value[1] === "t" && value[2] === "t" && value[3] === "p" && (value[4] === ":" || value[4] === "s" && value[5] === ":");
	}
	function parseURL(url) {
		if (typeof url === "string") {
			url = new URL(url);
			if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
			return url;
		}
		if (!url || typeof url !== "object") throw new InvalidArgumentError("Invalid URL: The URL argument must be a non-null object.");
		if (!(url instanceof URL)) {
			if (url.port != null && url.port !== "" && isValidPort(url.port) === false) throw new InvalidArgumentError("Invalid URL: port must be a valid integer or a string representation of an integer.");
			if (url.path != null && typeof url.path !== "string") throw new InvalidArgumentError("Invalid URL path: the path must be a string or null/undefined.");
			if (url.pathname != null && typeof url.pathname !== "string") throw new InvalidArgumentError("Invalid URL pathname: the pathname must be a string or null/undefined.");
			if (url.hostname != null && typeof url.hostname !== "string") throw new InvalidArgumentError("Invalid URL hostname: the hostname must be a string or null/undefined.");
			if (url.origin != null && typeof url.origin !== "string") throw new InvalidArgumentError("Invalid URL origin: the origin must be a string or null/undefined.");
			if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
			const port = url.port != null ? url.port : url.protocol === "https:" ? 443 : 80;
			let origin = url.origin != null ? url.origin : `${url.protocol || ""}//${url.hostname || ""}:${port}`;
			let path = url.path != null ? url.path : `${url.pathname || ""}${url.search || ""}`;
			if (origin[origin.length - 1] === "/") origin = origin.slice(0, origin.length - 1);
			if (path && path[0] !== "/") path = `/${path}`;
			return new URL(`${origin}${path}`);
		}
		if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) throw new InvalidArgumentError("Invalid URL protocol: the URL must start with `http:` or `https:`.");
		return url;
	}
	function parseOrigin(url) {
		url = parseURL(url);
		if (url.pathname !== "/" || url.search || url.hash) throw new InvalidArgumentError("invalid url");
		return url;
	}
	function getHostname(host) {
		if (host[0] === "[") {
			const idx = host.indexOf("]");
			assert(idx !== -1);
			return host.substring(1, idx);
		}
		const idx = host.indexOf(":");
		if (idx === -1) return host;
		return host.substring(0, idx);
	}
	function getServerName(host) {
		if (!host) return null;
		assert(typeof host === "string");
		const servername = getHostname(host);
		if (net.isIP(servername)) return "";
		return servername;
	}
	function deepClone(obj) {
		return JSON.parse(JSON.stringify(obj));
	}
	function isAsyncIterable(obj) {
		return !!(obj != null && typeof obj[Symbol.asyncIterator] === "function");
	}
	function isIterable(obj) {
		return !!(obj != null && (typeof obj[Symbol.iterator] === "function" || typeof obj[Symbol.asyncIterator] === "function"));
	}
	function hasSafeIterator(obj) {
		const prototype = Object.getPrototypeOf(obj);
		return Object.hasOwn(obj, Symbol.iterator) || prototype != null && prototype !== Object.prototype && typeof obj[Symbol.iterator] === "function";
	}
	function bodyLength(body) {
		if (body == null) return 0;
		else if (isStream(body)) {
			const state = body._readableState;
			return state && state.objectMode === false && state.ended === true && Number.isFinite(state.length) ? state.length : null;
		} else if (isBlobLike(body)) return body.size != null ? body.size : null;
		else if (isBuffer(body)) return body.byteLength;
		return null;
	}
	function isDestroyed(body) {
		return body && !!(body.destroyed || body[kDestroyed] || stream.isDestroyed?.(body));
	}
	function destroy(stream, err) {
		if (stream == null || !isStream(stream) || isDestroyed(stream)) return;
		if (typeof stream.destroy === "function") {
			if (Object.getPrototypeOf(stream).constructor === IncomingMessage) stream.socket = null;
			try {
				stream.destroy(err);
			} catch {}
		} else if (err) queueMicrotask(() => {
			stream.emit("error", err);
		});
		if (stream.destroyed !== true) stream[kDestroyed] = true;
	}
	const KEEPALIVE_TIMEOUT_EXPR = /(?:^|,)[\t ]*timeout=(\d+)/i;
	function parseKeepAliveTimeout(val) {
		const m = val.match(KEEPALIVE_TIMEOUT_EXPR);
		return m ? parseInt(m[1], 10) * 1e3 : null;
	}
	function headerNameToString(value) {
		return typeof value === "string" ? headerNameLowerCasedRecord[value] ?? value.toLowerCase() : tree.lookup(value) ?? value.toString("latin1").toLowerCase();
	}
	function bufferToLowerCasedHeaderName(value) {
		return tree.lookup(value) ?? value.toString("latin1").toLowerCase();
	}
	function setHeader(obj, key, value) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value,
			enumerable: true,
			configurable: true,
			writable: true
		});
		else obj[key] = value;
	}
	function parseHeaders(headers, obj) {
		if (obj === void 0) obj = {};
		for (let i = 0; i < headers.length; i += 2) {
			const key = headerNameToString(headers[i]);
			let val = obj[key];
			if (val !== void 0) {
				if (!Object.hasOwn(obj, key)) {
					const headersValue = typeof headers[i + 1] === "string" ? headers[i + 1] : Array.isArray(headers[i + 1]) ? headers[i + 1].map((x) => x.toString("latin1")) : headers[i + 1].toString("latin1");
					if (key === "__proto__") Object.defineProperty(obj, key, {
						value: headersValue,
						enumerable: true,
						configurable: true,
						writable: true
					});
					else obj[key] = headersValue;
				} else {
					if (typeof val === "string") {
						val = [val];
						obj[key] = val;
					}
					val.push(headers[i + 1].toString("latin1"));
				}
			} else {
				const headersValue = typeof headers[i + 1] === "string" ? headers[i + 1] : Array.isArray(headers[i + 1]) ? headers[i + 1].map((x) => x.toString("latin1")) : headers[i + 1].toString("latin1");
				obj[key] = headersValue;
			}
		}
		return obj;
	}
	function parseRawHeaders(headers) {
		if (headers == null) return [];
		if (!Array.isArray(headers)) {
			const rawHeaders = [];
			for (const [name, value] of Object.entries(headers)) if (Array.isArray(value)) for (const entry of value) rawHeaders.push(name, `${entry}`);
			else rawHeaders.push(name, `${value}`);
			return rawHeaders;
		}
		const headersLength = headers.length;
		const ret = new Array(headersLength);
		let key;
		let val;
		for (let n = 0; n < headersLength; n += 2) {
			key = headers[n];
			val = headers[n + 1];
			typeof key !== "string" && (key = key.toString());
			typeof val !== "string" && (val = val.toString("latin1"));
			ret[n] = key;
			ret[n + 1] = val;
		}
		return ret;
	}
	function toRawHeaders(headers) {
		const rawHeaders = [];
		for (const [name, value] of Object.entries(headers)) if (Array.isArray(value)) for (const entry of value) rawHeaders.push(Buffer.from(name, "latin1"), Buffer.from(`${entry}`, "latin1"));
		else rawHeaders.push(Buffer.from(name, "latin1"), Buffer.from(`${value}`, "latin1"));
		return rawHeaders;
	}
	function encodeRawHeaders(headers) {
		if (!Array.isArray(headers)) throw new TypeError("expected headers to be an array");
		return headers.map((x) => Buffer.from(x));
	}
	function isBuffer(buffer) {
		return buffer instanceof Uint8Array || Buffer.isBuffer(buffer);
	}
	function assertRequestHandler(handler, method, upgrade) {
		if (!handler || typeof handler !== "object") throw new InvalidArgumentError("handler must be an object");
		if (typeof handler.onRequestStart !== "function") throw new InvalidArgumentError("invalid onRequestStart method");
		if (typeof handler.onResponseError !== "function") throw new InvalidArgumentError("invalid onResponseError method");
		if (typeof handler.onBodySent !== "function" && handler.onBodySent !== void 0) throw new InvalidArgumentError("invalid onBodySent method");
		if (typeof handler.onRequestSent !== "function" && handler.onRequestSent !== void 0) throw new InvalidArgumentError("invalid onRequestSent method");
		if (upgrade || method === "CONNECT") {
			if (typeof handler.onRequestUpgrade !== "function") throw new InvalidArgumentError("invalid onRequestUpgrade method");
		} else {
			if (typeof handler.onResponseStart !== "function") throw new InvalidArgumentError("invalid onResponseStart method");
			if (typeof handler.onResponseData !== "function") throw new InvalidArgumentError("invalid onResponseData method");
			if (typeof handler.onResponseEnd !== "function") throw new InvalidArgumentError("invalid onResponseEnd method");
		}
	}
	function isDisturbed(body) {
		return !!(body && (stream.isDisturbed(body) || body[kBodyUsed]));
	}
	function getSocketInfo(socket) {
		return {
			localAddress: socket.localAddress,
			localPort: socket.localPort,
			remoteAddress: socket.remoteAddress,
			remotePort: socket.remotePort,
			remoteFamily: socket.remoteFamily,
			timeout: socket.timeout,
			bytesWritten: socket.bytesWritten,
			bytesRead: socket.bytesRead
		};
	}
	function isFormDataLike(object) {
		return object && typeof object === "object" && typeof object.append === "function" && typeof object.delete === "function" && typeof object.get === "function" && typeof object.getAll === "function" && typeof object.has === "function" && typeof object.set === "function" && object[Symbol.toStringTag] === "FormData";
	}
	function addAbortListener(signal, listener) {
		if (!signal || "aborted" in signal) return addAbortListenerNative(signal, listener)[Symbol.dispose];
		if (typeof signal.addEventListener === "function") {
			signal.addEventListener("abort", listener, { once: true });
			return () => signal.removeEventListener("abort", listener);
		}
		signal.once("abort", listener);
		return () => signal.removeListener("abort", listener);
	}
	const validTokenChars = new Uint8Array([
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		1,
		1,
		0,
		1,
		1,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		1,
		0,
		1,
		0,
		1,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0
	]);
	function isTokenCharCode(c) {
		return validTokenChars[c] === 1;
	}
	const tokenRegExp = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
	function isValidHTTPToken(characters) {
		if (characters.length >= 12) return tokenRegExp.test(characters);
		if (characters.length === 0) return false;
		for (let i = 0; i < characters.length; i++) if (validTokenChars[characters.charCodeAt(i)] !== 1) return false;
		return true;
	}
	const headerCharRegex = /[^\t\x20-\x7e\x80-\xff]/;
	function isValidHeaderValue(characters) {
		return !headerCharRegex.test(characters);
	}
	const rangeHeaderRegex = /^bytes (\d+)-(\d+)\/(\d+|\*)?$/;
	function parseRangeHeader(range) {
		if (range == null || range === "") return {
			start: 0,
			end: null,
			size: null
		};
		if (!range) return null;
		const m = rangeHeaderRegex.exec(range);
		return m ? {
			start: parseInt(m[1]),
			end: m[2] ? parseInt(m[2]) : null,
			size: m[3] && m[3] !== "*" ? parseInt(m[3]) : null
		} : null;
	}
	function addListener(obj, name, listener) {
		(obj[kListeners] ??= []).push([name, listener]);
		obj.on(name, listener);
		return obj;
	}
	function removeAllListeners(obj) {
		if (obj[kListeners] != null) {
			for (const [name, listener] of obj[kListeners]) obj.removeListener(name, listener);
			obj[kListeners] = null;
		}
		return obj;
	}
	function errorRequest(client, request, err) {
		try {
			request.onResponseError(err);
			assert(request.aborted);
		} catch (err) {
			client.emit("error", err);
		}
	}
	const setupConnectTimeout = process.platform === "win32" ? (socketWeakRef, opts) => {
		if (!opts.timeout) return noop;
		let s1 = null;
		let s2 = null;
		const fastTimer = timers.setFastTimeout(() => {
			s1 = setImmediate(() => {
				s2 = setImmediate(() => onConnectTimeout(socketWeakRef.deref(), opts));
			});
		}, opts.timeout);
		return () => {
			timers.clearFastTimeout(fastTimer);
			clearImmediate(s1);
			clearImmediate(s2);
		};
	} : (socketWeakRef, opts) => {
		if (!opts.timeout) return noop;
		let s1 = null;
		const fastTimer = timers.setFastTimeout(() => {
			s1 = setImmediate(() => {
				onConnectTimeout(socketWeakRef.deref(), opts);
			});
		}, opts.timeout);
		return () => {
			timers.clearFastTimeout(fastTimer);
			clearImmediate(s1);
		};
	};
	function onConnectTimeout(socket, opts) {
		if (socket == null) return;
		let message = "Connect Timeout Error";
		if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(", ")},`;
		else message += ` (attempted address: ${opts.hostname}:${opts.port},`;
		message += ` timeout: ${opts.timeout}ms)`;
		destroy(socket, new ConnectTimeoutError(message));
	}
	let lastUrlString = null;
	let lastProtocol = null;
	function getProtocolFromUrlString(urlString) {
		if (urlString === lastUrlString) return lastProtocol;
		const protocol = getProtocolFromUrlStringSlow(urlString);
		lastUrlString = urlString;
		lastProtocol = protocol;
		return protocol;
	}
	function getProtocolFromUrlStringSlow(urlString) {
		if (urlString[0] === "h" && urlString[1] === "t" && urlString[2] === "t" && urlString[3] === "p") switch (urlString[4]) {
			case ":": return "http:";
			case "s": if (urlString[5] === ":") return "https:";
		}
		return urlString.slice(0, urlString.indexOf(":") + 1);
	}
	const kEnumerableProperty = {
		__proto__: null,
		enumerable: true
	};
	const normalizedMethodRecordsBase = {
		delete: "DELETE",
		DELETE: "DELETE",
		get: "GET",
		GET: "GET",
		head: "HEAD",
		HEAD: "HEAD",
		options: "OPTIONS",
		OPTIONS: "OPTIONS",
		post: "POST",
		POST: "POST",
		put: "PUT",
		PUT: "PUT",
		query: "QUERY",
		QUERY: "QUERY"
	};
	const normalizedMethodRecords = {
		...normalizedMethodRecordsBase,
		patch: "patch",
		PATCH: "PATCH"
	};
	Object.setPrototypeOf(normalizedMethodRecordsBase, null);
	Object.setPrototypeOf(normalizedMethodRecords, null);
	module.exports = {
		kEnumerableProperty,
		isDisturbed,
		isBlobLike,
		parseOrigin,
		parseURL,
		getServerName,
		isStream,
		isIterable,
		hasSafeIterator,
		isAsyncIterable,
		isDestroyed,
		headerNameToString,
		bufferToLowerCasedHeaderName,
		addListener,
		removeAllListeners,
		errorRequest,
		parseRawHeaders,
		toRawHeaders,
		encodeRawHeaders,
		parseHeaders,
		setHeader,
		parseKeepAliveTimeout,
		destroy,
		bodyLength,
		deepClone,
		isBuffer,
		assertRequestHandler,
		getSocketInfo,
		isFormDataLike,
		pathHasQueryOrFragment,
		serializePathWithQuery,
		addAbortListener,
		isValidHTTPToken,
		isValidHeaderValue,
		isTokenCharCode,
		parseRangeHeader,
		normalizedMethodRecordsBase,
		normalizedMethodRecords,
		isValidPort,
		isHttpOrHttpsPrefixed,
		safeHTTPMethods: Object.freeze([
			"GET",
			"HEAD",
			"OPTIONS",
			"TRACE"
		]),
		wrapRequestBody,
		setupConnectTimeout,
		getProtocolFromUrlString
	};
}));
// node_modules/undici/lib/core/diagnostics.js
var require_diagnostics = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const diagnosticsChannel = __nccwpck_require__(3053);
	const util = __nccwpck_require__(7975);
	const undiciDebugLog = util.debuglog("undici");
	const fetchDebuglog = util.debuglog("fetch");
	const websocketDebuglog = util.debuglog("websocket");
	const channels = {
		beforeConnect: diagnosticsChannel.channel("undici:client:beforeConnect"),
		connected: diagnosticsChannel.channel("undici:client:connected"),
		connectError: diagnosticsChannel.channel("undici:client:connectError"),
		sendHeaders: diagnosticsChannel.channel("undici:client:sendHeaders"),
		create: diagnosticsChannel.channel("undici:request:create"),
		bodySent: diagnosticsChannel.channel("undici:request:bodySent"),
		bodyChunkSent: diagnosticsChannel.channel("undici:request:bodyChunkSent"),
		bodyChunkReceived: diagnosticsChannel.channel("undici:request:bodyChunkReceived"),
		headers: diagnosticsChannel.channel("undici:request:headers"),
		trailers: diagnosticsChannel.channel("undici:request:trailers"),
		error: diagnosticsChannel.channel("undici:request:error"),
		open: diagnosticsChannel.channel("undici:websocket:open"),
		close: diagnosticsChannel.channel("undici:websocket:close"),
		socketError: diagnosticsChannel.channel("undici:websocket:socket_error"),
		ping: diagnosticsChannel.channel("undici:websocket:ping"),
		pong: diagnosticsChannel.channel("undici:websocket:pong"),
		proxyConnected: diagnosticsChannel.channel("undici:proxy:connected")
	};
	let isTrackingClientEvents = false;
	function trackClientEvents(debugLog = undiciDebugLog) {
		if (isTrackingClientEvents) return;
		if (channels.beforeConnect.hasSubscribers || channels.connected.hasSubscribers || channels.connectError.hasSubscribers || channels.sendHeaders.hasSubscribers) {
			isTrackingClientEvents = true;
			return;
		}
		isTrackingClientEvents = true;
		diagnosticsChannel.subscribe("undici:client:beforeConnect", (evt) => {
			const { connectParams: { version, protocol, port, host } } = evt;
			debugLog("connecting to %s%s using %s%s", host, port ? `:${port}` : "", protocol, version);
		});
		diagnosticsChannel.subscribe("undici:client:connected", (evt) => {
			const { connectParams: { version, protocol, port, host } } = evt;
			debugLog("connected to %s%s using %s%s", host, port ? `:${port}` : "", protocol, version);
		});
		diagnosticsChannel.subscribe("undici:client:connectError", (evt) => {
			const { connectParams: { version, protocol, port, host }, error } = evt;
			debugLog("connection to %s%s using %s%s errored - %s", host, port ? `:${port}` : "", protocol, version, error.message);
		});
		diagnosticsChannel.subscribe("undici:client:sendHeaders", (evt) => {
			const { request: { method, path, origin } } = evt;
			debugLog("sending request to %s %s%s", method, origin, path);
		});
	}
	let isTrackingRequestEvents = false;
	function trackRequestEvents(debugLog = undiciDebugLog) {
		if (isTrackingRequestEvents) return;
		if (channels.headers.hasSubscribers || channels.trailers.hasSubscribers || channels.error.hasSubscribers) {
			isTrackingRequestEvents = true;
			return;
		}
		isTrackingRequestEvents = true;
		diagnosticsChannel.subscribe("undici:request:headers", (evt) => {
			const { request: { method, path, origin }, response: { statusCode } } = evt;
			debugLog("received response to %s %s%s - HTTP %d", method, origin, path, statusCode);
		});
		diagnosticsChannel.subscribe("undici:request:trailers", (evt) => {
			const { request: { method, path, origin } } = evt;
			debugLog("trailers received from %s %s%s", method, origin, path);
		});
		diagnosticsChannel.subscribe("undici:request:error", (evt) => {
			const { request: { method, path, origin }, error } = evt;
			debugLog("request to %s %s%s errored - %s", method, origin, path, error.message);
		});
	}
	let isTrackingWebSocketEvents = false;
	function trackWebSocketEvents(debugLog = websocketDebuglog) {
		if (isTrackingWebSocketEvents) return;
		if (channels.open.hasSubscribers || channels.close.hasSubscribers || channels.socketError.hasSubscribers || channels.ping.hasSubscribers || channels.pong.hasSubscribers) {
			isTrackingWebSocketEvents = true;
			return;
		}
		isTrackingWebSocketEvents = true;
		diagnosticsChannel.subscribe("undici:websocket:open", (evt) => {
			if (evt.address != null) {
				const { address, port } = evt.address;
				debugLog("connection opened %s%s", address, port ? `:${port}` : "");
			} else debugLog("connection opened");
		});
		diagnosticsChannel.subscribe("undici:websocket:close", (evt) => {
			const { websocket, code, reason } = evt;
			debugLog("closed connection to %s - %s %s", websocket.url, code, reason);
		});
		diagnosticsChannel.subscribe("undici:websocket:socket_error", (err) => {
			debugLog("connection errored - %s", err.message);
		});
		diagnosticsChannel.subscribe("undici:websocket:ping", (evt) => {
			debugLog("ping received");
		});
		diagnosticsChannel.subscribe("undici:websocket:pong", (evt) => {
			debugLog("pong received");
		});
	}
	if (undiciDebugLog.enabled || fetchDebuglog.enabled) {
		trackClientEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog);
		trackRequestEvents(fetchDebuglog.enabled ? fetchDebuglog : undiciDebugLog);
	}
	if (websocketDebuglog.enabled) {
		trackClientEvents(undiciDebugLog.enabled ? undiciDebugLog : websocketDebuglog);
		trackWebSocketEvents(websocketDebuglog);
	}
	module.exports = { channels };
}));
// node_modules/undici/lib/web/fetch/formdata.js
var require_formdata = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = {};
}));
// node_modules/undici/lib/web/webidl/index.js
var require_webidl = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = {};
}));
// node_modules/undici/lib/core/request.js
var require_request = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { InvalidArgumentError, NotSupportedError } = require_errors();
	const assert = __nccwpck_require__(4589);
	const { isValidHTTPToken, isValidHeaderValue, isStream, destroy, isBuffer, isFormDataLike, isIterable, hasSafeIterator, isBlobLike, serializePathWithQuery, parseHeaders, assertRequestHandler, getServerName, normalizedMethodRecords, getProtocolFromUrlString } = require_util();
	const { channels } = require_diagnostics();
	const { headerNameLowerCasedRecord } = require_constants$1();
	const invalidPathRegex = /[^\u0021-\u00ff]/;
	function isValidContentLengthHeaderValue(val) {
		if (typeof val !== "string" || val.length === 0) return false;
		for (let i = 0; i < val.length; i++) {
			const charCode = val.charCodeAt(i);
			if (charCode < 48 || charCode > 57) return false;
		}
		return true;
	}
	const kHandler = Symbol("handler");
	const kController = Symbol("controller");
	const kResume = Symbol("resume");
	var RequestController = class {
		#paused = false;
		#reason = null;
		#aborted = false;
		#abort;
		[kResume] = null;
		rawHeaders = null;
		rawTrailers = null;
		constructor(abort) {
			this.#abort = abort;
		}
		pause() {
			this.#paused = true;
		}
		resume() {
			if (this.#paused) {
				this.#paused = false;
				this[kResume]?.();
			}
		}
		abort(reason) {
			if (!this.#aborted) {
				this.#aborted = true;
				this.#reason = reason;
				this.#abort(reason);
			}
		}
		get aborted() {
			return this.#aborted;
		}
		get reason() {
			return this.#reason;
		}
		get paused() {
			return this.#paused;
		}
	};
	var Request = class {
		constructor(origin, { path, method, body, headers, query, idempotent, blocking, upgrade, headersTimeout, bodyTimeout, reset, expectContinue, servername, throwOnError, maxRedirections, typeOfService }, handler) {
			if (typeof path !== "string") throw new InvalidArgumentError("path must be a string");
			else if (path[0] !== "/" && !(path.startsWith("http://") || path.startsWith("https://")) && method !== "CONNECT") throw new InvalidArgumentError("path must be an absolute URL or start with a slash");
			else if (invalidPathRegex.test(path)) throw new InvalidArgumentError("invalid request path");
			if (typeof method !== "string") throw new InvalidArgumentError("method must be a string");
			else if (normalizedMethodRecords[method] === void 0 && !isValidHTTPToken(method)) throw new InvalidArgumentError("invalid request method");
			if (upgrade && typeof upgrade !== "string") throw new InvalidArgumentError("upgrade must be a string");
			if (upgrade && !isValidHeaderValue(upgrade)) throw new InvalidArgumentError("invalid upgrade header");
			if (headersTimeout != null && (!Number.isFinite(headersTimeout) || headersTimeout < 0)) throw new InvalidArgumentError("invalid headersTimeout");
			if (bodyTimeout != null && (!Number.isFinite(bodyTimeout) || bodyTimeout < 0)) throw new InvalidArgumentError("invalid bodyTimeout");
			if (reset != null && typeof reset !== "boolean") throw new InvalidArgumentError("invalid reset");
			if (expectContinue != null && typeof expectContinue !== "boolean") throw new InvalidArgumentError("invalid expectContinue");
			if (throwOnError != null) throw new InvalidArgumentError("invalid throwOnError");
			if (maxRedirections != null && maxRedirections !== 0) throw new InvalidArgumentError("maxRedirections is not supported, use the redirect interceptor");
			if (typeOfService != null && (!Number.isInteger(typeOfService) || typeOfService < 0 || typeOfService > 255)) throw new InvalidArgumentError("typeOfService must be an integer between 0 and 255");
			this.headersTimeout = headersTimeout;
			this.bodyTimeout = bodyTimeout;
			this.method = method;
			this.typeOfService = typeOfService;
			this.abort = null;
			if (body == null) this.body = null;
			else if (isStream(body)) {
				this.body = body;
				const rState = this.body._readableState;
				if (!rState || !rState.autoDestroy) {
					this.endHandler = function autoDestroy() {
						destroy(this);
					};
					this.body.on("end", this.endHandler);
				}
				this.errorHandler = (err) => {
					if (this.abort) this.abort(err);
					else this.error = err;
				};
				this.body.on("error", this.errorHandler);
			} else if (isBuffer(body)) this.body = body.byteLength ? body : null;
			else if (ArrayBuffer.isView(body)) this.body = body.buffer.byteLength ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null;
			else if (body instanceof ArrayBuffer) this.body = body.byteLength ? Buffer.from(body) : null;
			else if (typeof body === "string") this.body = body.length ? Buffer.from(body) : null;
			else if (isFormDataLike(body)) {
				if (!isUndiciFormData(body)) throw new InvalidArgumentError("body must be a FormData created by this undici package instance; FormData from other sources, such as the built-in FormData provided by Node.js, is not supported");
				this.body = body;
			} else if (isIterable(body) || isBlobLike(body)) this.body = body;
			else throw new InvalidArgumentError("body must be a string, a Buffer, a Readable stream, an iterable, or an async iterable");
			this.completed = false;
			this.aborted = false;
			this.upgrade = upgrade || null;
			this.path = query ? serializePathWithQuery(path, query) : path;
			this.origin = origin;
			this.protocol = getProtocolFromUrlString(origin);
			this.idempotent = idempotent == null ? method === "HEAD" || method === "GET" || method === "QUERY" : idempotent;
			this.blocking = blocking ?? this.method !== "HEAD";
			this.reset = reset == null ? null : reset;
			this.host = null;
			this.contentLength = null;
			this.contentType = null;
			this.headers = [];
			this.expectContinue = expectContinue != null ? expectContinue : false;
			if (Array.isArray(headers)) {
				if (headers.length % 2 !== 0) throw new InvalidArgumentError("headers array must be even");
				for (let i = 0; i < headers.length; i += 2) processHeader(this, headers[i], headers[i + 1]);
			} else if (headers && typeof headers === "object") {
				if (hasSafeIterator(headers)) for (const header of headers) {
					if (!Array.isArray(header) || header.length !== 2) throw new InvalidArgumentError("headers must be in key-value pair format");
					processHeader(this, header[0], header[1]);
				}
				else {
					const keys = Object.keys(headers);
					for (let i = 0; i < keys.length; ++i) processHeader(this, keys[i], headers[keys[i]]);
				}
			} else if (headers != null) throw new InvalidArgumentError("headers must be an object or an array");
			assertRequestHandler(handler, method, upgrade);
			this.servername = servername || getServerName(this.host) || null;
			this[kHandler] = handler;
			if (channels.create.hasSubscribers) channels.create.publish({ request: this });
		}
		onBodySent(chunk) {
			if (channels.bodyChunkSent.hasSubscribers) channels.bodyChunkSent.publish({
				request: this,
				chunk
			});
			if (this[kHandler].onBodySent) try {
				return this[kHandler].onBodySent(chunk);
			} catch (err) {
				this.abort(err);
			}
		}
		onRequestSent() {
			if (channels.bodySent.hasSubscribers) channels.bodySent.publish({ request: this });
			if (this[kHandler].onRequestSent) try {
				return this[kHandler].onRequestSent();
			} catch (err) {
				this.abort(err);
			}
		}
		onRequestStart(abort, context) {
			assert(!this.aborted);
			assert(!this.completed);
			this[kController] = new RequestController(abort);
			if (this.error) {
				this[kController].abort(this.error);
				return;
			}
			this.abort = abort;
			return this[kHandler].onRequestStart(this[kController], context);
		}
		onResponseStarted() {
			return this[kHandler].onResponseStarted?.();
		}
		onResponseStart(statusCode, headers, resume, statusText) {
			assert(!this.aborted);
			assert(!this.completed);
			if (channels.headers.hasSubscribers) channels.headers.publish({
				request: this,
				response: {
					statusCode,
					headers,
					statusText
				}
			});
			const controller = this[kController];
			if (controller) {
				controller[kResume] = resume;
				controller.rawHeaders = headers;
			}
			const parsedHeaders = Array.isArray(headers) ? parseHeaders(headers) : headers;
			try {
				this[kHandler].onResponseStart?.(controller, statusCode, parsedHeaders, statusText);
				return !controller?.paused;
			} catch (err) {
				this.abort(err);
				return false;
			}
		}
		onResponseData(chunk) {
			assert(!this.aborted);
			assert(!this.completed);
			if (channels.bodyChunkReceived.hasSubscribers) channels.bodyChunkReceived.publish({
				request: this,
				chunk
			});
			const controller = this[kController];
			try {
				this[kHandler].onResponseData?.(controller, chunk);
				return !controller?.paused;
			} catch (err) {
				this.abort(err);
				return false;
			}
		}
		onRequestUpgrade(statusCode, headers, socket, statusText = "") {
			this.onFinally();
			assert(!this.aborted);
			assert(!this.completed);
			if (channels.headers.hasSubscribers) channels.headers.publish({
				request: this,
				response: {
					statusCode,
					headers,
					statusText
				}
			});
			const controller = this[kController];
			if (controller) controller.rawHeaders = headers;
			const parsedHeaders = Array.isArray(headers) ? parseHeaders(headers) : headers;
			const result = this[kHandler].onRequestUpgrade?.(controller, statusCode, parsedHeaders, socket);
			if (!this.aborted) {
				this.completed = true;
				if (channels.trailers.hasSubscribers) channels.trailers.publish({
					request: this,
					trailers: []
				});
			}
			return result;
		}
		onResponseEnd(trailers) {
			this.onFinally();
			assert(!this.aborted);
			assert(!this.completed);
			this.completed = true;
			if (channels.trailers.hasSubscribers) channels.trailers.publish({
				request: this,
				trailers
			});
			const controller = this[kController];
			if (controller) controller.rawTrailers = trailers;
			const parsedTrailers = Array.isArray(trailers) ? parseHeaders(trailers) : trailers;
			try {
				return this[kHandler].onResponseEnd?.(controller, parsedTrailers);
			} catch (err) {
				this.onResponseError(err);
			}
		}
		onResponseError(error) {
			this.onFinally();
			if (channels.error.hasSubscribers) channels.error.publish({
				request: this,
				error
			});
			if (this.aborted) return;
			this.aborted = true;
			const controller = this[kController];
			return this[kHandler].onResponseError?.(controller, error);
		}
		onFinally() {
			if (this.errorHandler) {
				this.body.off("error", this.errorHandler);
				this.errorHandler = null;
			}
			if (this.endHandler) {
				this.body.off("end", this.endHandler);
				this.endHandler = null;
			}
		}
		addHeader(key, value) {
			processHeader(this, key, value);
			return this;
		}
	};
	function processHeader(request, key, val) {
		if (val && typeof val === "object" && !Array.isArray(val)) throw new InvalidArgumentError(`invalid ${key} header`);
		else if (val === void 0) return;
		let headerName = headerNameLowerCasedRecord[key];
		if (headerName === void 0) {
			headerName = key.toLowerCase();
			if (headerNameLowerCasedRecord[headerName] === void 0 && !isValidHTTPToken(headerName)) throw new InvalidArgumentError("invalid header key");
		}
		if (Array.isArray(val)) {
			const arr = [];
			for (let i = 0; i < val.length; i++) if (typeof val[i] === "string") {
				if (!isValidHeaderValue(val[i])) throw new InvalidArgumentError(`invalid ${key} header`);
				arr.push(val[i]);
			} else if (val[i] === null) arr.push("");
			else if (typeof val[i] === "object") throw new InvalidArgumentError(`invalid ${key} header`);
			else {
				const str = `${val[i]}`;
				if (!isValidHeaderValue(str)) throw new InvalidArgumentError(`invalid ${key} header`);
				arr.push(str);
			}
			val = arr;
		} else if (typeof val === "string") {
			if (!isValidHeaderValue(val)) throw new InvalidArgumentError(`invalid ${key} header`);
		} else if (val === null) val = "";
		else {
			val = `${val}`;
			if (!isValidHeaderValue(val)) throw new InvalidArgumentError(`invalid ${key} header`);
		}
		if (headerName === "host") {
			if (request.host !== null) throw new InvalidArgumentError("duplicate host header");
			if (typeof val !== "string") throw new InvalidArgumentError("invalid host header");
			request.host = val;
		} else if (headerName === "content-length") {
			if (request.contentLength !== null) throw new InvalidArgumentError("duplicate content-length header");
			if (!isValidContentLengthHeaderValue(val)) throw new InvalidArgumentError("invalid content-length header");
			request.contentLength = parseInt(val, 10);
		} else if (request.contentType === null && headerName === "content-type") {
			request.contentType = val;
			request.headers.push(key, val);
		} else if (headerName === "transfer-encoding" || headerName === "keep-alive" || headerName === "upgrade") throw new InvalidArgumentError(`invalid ${headerName} header`);
		else if (headerName === "connection") {
			const value = typeof val === "string" ? val : null;
			if (value === null) throw new InvalidArgumentError("invalid connection header");
			for (const token of value.toLowerCase().split(",")) {
				const trimmed = token.trim();
				if (!isValidHTTPToken(trimmed)) throw new InvalidArgumentError("invalid connection header");
				if (trimmed === "close") request.reset = true;
			}
		} else if (headerName === "expect") throw new NotSupportedError("expect header not supported");
		else request.headers.push(key, val);
	}
	let isFormData;
	function isUndiciFormData(body) {
		if (isFormData === void 0) {
			require_formdata();
			isFormData = require_webidl().webidl.is.FormData;
		}
		return isFormData(body);
	}
	module.exports = Request;
}));
// node_modules/undici/lib/core/connect.js
var require_connect = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const net = __nccwpck_require__(7030);
	const assert = __nccwpck_require__(4589);
	const util = require_util();
	const { InvalidArgumentError, ConnectTimeoutError } = require_errors();
	let tls;
	const SessionCache = class WeakSessionCache {
		constructor(maxCachedSessions) {
			this._maxCachedSessions = maxCachedSessions;
			this._sessionCache = /* @__PURE__ */ new Map();
			this._sessionRegistry = new FinalizationRegistry((key) => {
				if (this._sessionCache.size < this._maxCachedSessions) return;
				const ref = this._sessionCache.get(key);
				if (ref !== void 0 && ref.deref() === void 0) this._sessionCache.delete(key);
			});
		}
		get(sessionKey) {
			const ref = this._sessionCache.get(sessionKey);
			return ref ? ref.deref() : null;
		}
		set(sessionKey, session) {
			if (this._maxCachedSessions === 0) return;
			if (this._sessionCache.has(sessionKey)) this._sessionCache.delete(sessionKey);
			else if (this._sessionCache.size >= this._maxCachedSessions) {
				let evicted = false;
				for (const [key, ref] of this._sessionCache) if (ref.deref() === void 0) {
					this._sessionCache.delete(key);
					evicted = true;
					break;
				}
				if (!evicted) {
					const oldest = this._sessionCache.keys().next();
					if (!oldest.done) this._sessionCache.delete(oldest.value);
				}
			}
			this._sessionCache.set(sessionKey, new WeakRef(session));
			this._sessionRegistry.register(session, sessionKey);
		}
	};
	function buildConnector({ allowH2, preferH2, useH2c, maxCachedSessions, socketPath, timeout, session: customSession, ...opts }) {
		if (maxCachedSessions != null && (!Number.isInteger(maxCachedSessions) || maxCachedSessions < 0)) throw new InvalidArgumentError("maxCachedSessions must be a positive integer or zero");
		const options = {
			path: socketPath,
			...opts
		};
		const sessionCache = new SessionCache(maxCachedSessions == null ? 100 : maxCachedSessions);
		timeout = timeout == null ? 1e4 : timeout;
		allowH2 = allowH2 != null ? allowH2 : true;
		return function connect({ hostname, host, protocol, port, servername, localAddress, httpSocket }, callback) {
			let socket;
			if (protocol === "https:") {
				if (!tls) tls = __nccwpck_require__(1692);
				servername = servername || options.servername || util.getServerName(host) || null;
				const sessionKey = servername || hostname;
				assert(sessionKey);
				const session = customSession || sessionCache.get(sessionKey) || null;
				port = port || 443;
				socket = tls.connect({
					highWaterMark: 16384,
					...options,
					servername,
					session,
					localAddress,
					ALPNProtocols: allowH2 ? preferH2 ? ["h2", "http/1.1"] : ["http/1.1", "h2"] : ["http/1.1"],
					socket: httpSocket,
					port,
					host: hostname
				});
				socket.on("session", function(session) {
					sessionCache.set(sessionKey, session);
				});
			} else {
				assert(!httpSocket, "httpSocket can only be sent on TLS update");
				port = port || 80;
				const connectOptions = {
					highWaterMark: 65536,
					...options,
					localAddress,
					port,
					host: hostname
				};
				const family = net.isIP(hostname);
				if (family !== 0 && servername && servername !== hostname) {
					connectOptions.host = servername;
					connectOptions.lookup = (_hostname, lookupOptions, cb) => {
						if (lookupOptions.all) cb(null, [{
							address: hostname,
							family
						}]);
						else cb(null, hostname, family);
					};
				}
				socket = net.connect(connectOptions);
				if (useH2c === true) socket.alpnProtocol = "h2";
			}
			if (options.keepAlive == null || options.keepAlive) {
				const keepAliveInitialDelay = options.keepAliveInitialDelay === void 0 ? 6e4 : options.keepAliveInitialDelay;
				socket.setKeepAlive(true, keepAliveInitialDelay);
			}
			const clearConnectTimeout = util.setupConnectTimeout(new WeakRef(socket), {
				timeout,
				hostname,
				port
			});
			socket.setNoDelay(true).once(protocol === "https:" ? "secureConnect" : "connect", function() {
				queueMicrotask(clearConnectTimeout);
				if (callback) {
					const cb = callback;
					callback = null;
					cb(null, this);
				}
			}).on("error", function(err) {
				queueMicrotask(clearConnectTimeout);
				if (callback) {
					const cb = callback;
					callback = null;
					cb(maybeNormalizeConnectError(err, this, {
						timeout,
						hostname,
						port
					}));
				}
			});
			return socket;
		};
	}
	function maybeNormalizeConnectError(err, socket, opts) {
		if (err instanceof AggregateError && (err.code === "ETIMEDOUT" || err.errors.some((e) => e != null && e.code === "ETIMEDOUT"))) {
			let message = "Connect Timeout Error";
			if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(", ")},`;
			else message += ` (attempted address: ${opts.hostname}:${opts.port},`;
			message += ` timeout: ${opts.timeout}ms)`;
			const wrapped = new ConnectTimeoutError(message);
			wrapped.cause = err;
			return wrapped;
		}
		return err;
	}
	module.exports = buildConnector;
}));
// node_modules/undici/lib/llhttp/utils.js
var require_utils = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.enumToMap = enumToMap;
	function enumToMap(obj, filter = [], exceptions = []) {
		const emptyFilter = (filter?.length ?? 0) === 0;
		const emptyExceptions = (exceptions?.length ?? 0) === 0;
		return Object.fromEntries(Object.entries(obj).filter(([, value]) => {
			return typeof value === "number" && (emptyFilter || filter.includes(value)) && (emptyExceptions || !exceptions.includes(value));
		}));
	}
}));
// node_modules/undici/lib/llhttp/constants.js
var require_constants = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SPECIAL_HEADERS = exports.MINOR = exports.MAJOR = exports.HTAB_SP_VCHAR_OBS_TEXT = exports.QUOTED_STRING = exports.CONNECTION_TOKEN_CHARS = exports.HEADER_CHARS = exports.TOKEN = exports.HEX = exports.URL_CHAR = exports.USERINFO_CHARS = exports.MARK = exports.ALPHANUM = exports.NUM = exports.HEX_MAP = exports.NUM_MAP = exports.ALPHA = exports.STATUSES_HTTP = exports.H_METHOD_MAP = exports.METHOD_MAP = exports.METHODS_RTSP = exports.METHODS_ICE = exports.METHODS_HTTP = exports.HEADER_STATE = exports.FINISH = exports.STATUSES = exports.METHODS = exports.LENIENT_FLAGS = exports.FLAGS = exports.TYPE = exports.ERROR = void 0;
	require_utils();
	exports.ERROR = {
		OK: 0,
		INTERNAL: 1,
		STRICT: 2,
		CR_EXPECTED: 25,
		LF_EXPECTED: 3,
		UNEXPECTED_CONTENT_LENGTH: 4,
		UNEXPECTED_SPACE: 30,
		CLOSED_CONNECTION: 5,
		INVALID_METHOD: 6,
		INVALID_URL: 7,
		INVALID_CONSTANT: 8,
		INVALID_VERSION: 9,
		INVALID_HEADER_TOKEN: 10,
		INVALID_CONTENT_LENGTH: 11,
		INVALID_CHUNK_SIZE: 12,
		INVALID_STATUS: 13,
		INVALID_EOF_STATE: 14,
		INVALID_TRANSFER_ENCODING: 15,
		CB_MESSAGE_BEGIN: 16,
		CB_HEADERS_COMPLETE: 17,
		CB_MESSAGE_COMPLETE: 18,
		CB_CHUNK_HEADER: 19,
		CB_CHUNK_COMPLETE: 20,
		PAUSED: 21,
		PAUSED_UPGRADE: 22,
		PAUSED_H2_UPGRADE: 23,
		USER: 24,
		CB_URL_COMPLETE: 26,
		CB_STATUS_COMPLETE: 27,
		CB_METHOD_COMPLETE: 32,
		CB_VERSION_COMPLETE: 33,
		CB_HEADER_FIELD_COMPLETE: 28,
		CB_HEADER_VALUE_COMPLETE: 29,
		CB_CHUNK_EXTENSION_NAME_COMPLETE: 34,
		CB_CHUNK_EXTENSION_VALUE_COMPLETE: 35,
		CB_RESET: 31,
		CB_PROTOCOL_COMPLETE: 38
	};
	exports.TYPE = {
		BOTH: 0,
		REQUEST: 1,
		RESPONSE: 2
	};
}));
// node_modules/undici/lib/llhttp/llhttp-wasm.js
var require_llhttp_wasm = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { Buffer } = __nccwpck_require__(4573);
	const wasmBase64 = "AGFzbQEAAAABJwdgAX8Bf2ADf39/AX9gAn9/AGABfwBgBH9/f38Bf2AAAGADf39/AALLAQgDZW52GHdhc21fb25faGVhZGVyc19jb21wbGV0ZQAEA2VudhV3YXNtX29uX21lc3NhZ2VfYmVnaW4AAANlbnYLd2FzbV9vbl91cmwAAQNlbnYOd2FzbV9vbl9zdGF0dXMAAQNlbnYUd2FzbV9vbl9oZWFkZXJfZmllbGQAAQNlbnYUd2FzbV9vbl9oZWFkZXJfdmFsdWUAAQNlbnYMd2FzbV9vbl9ib2R5AAEDZW52GHdhc21fb25fbWVzc2FnZV9jb21wbGV0ZQAAAzU0BQYAAAMAAAAAAAADAQMAAwMDAAACAAAAAAICAgICAgICAgIBAQEBAQEBAQEBAwAAAwAAAAQFAXABExMFAwEAAgYIAX8BQcDZBAsHxQcoBm1lbW9yeQIAC19pbml0aWFsaXplAAgZX19pbmRpcmVjdF9mdW5jdGlvbl90YWJsZQEAC2xsaHR0cF9pbml0AAkYbGxodHRwX3Nob3VsZF9rZWVwX2FsaXZlADcMbGxodHRwX2FsbG9jAAsGbWFsbG9jADkLbGxodHRwX2ZyZWUADARmcmVlAAwPbGxodHRwX2dldF90eXBlAA0VbGxodHRwX2dldF9odHRwX21ham9yAA4VbGxodHRwX2dldF9odHRwX21pbm9yAA8RbGxodHRwX2dldF9tZXRob2QAEBZsbGh0dHBfZ2V0X3N0YXR1c19jb2RlABESbGxodHRwX2dldF91cGdyYWRlABIMbGxodHRwX3Jlc2V0ABMObGxodHRwX2V4ZWN1dGUAFBRsbGh0dHBfc2V0dGluZ3NfaW5pdAAVDWxsaHR0cF9maW5pc2gAFgxsbGh0dHBfcGF1c2UAFw1sbGh0dHBfcmVzdW1lABgbbGxodHRwX3Jlc3VtZV9hZnRlcl91cGdyYWRlABkQbGxodHRwX2dldF9lcnJubwAaF2xsaHR0cF9nZXRfZXJyb3JfcmVhc29uABsXbGxodHRwX3NldF9lcnJvcl9yZWFzb24AHBRsbGh0dHBfZ2V0X2Vycm9yX3BvcwAdEWxsaHR0cF9lcnJub19uYW1lAB4SbGxodHRwX21ldGhvZF9uYW1lAB8SbGxodHRwX3N0YXR1c19uYW1lACAabGxodHRwX3NldF9sZW5pZW50X2hlYWRlcnMAISFsbGh0dHBfc2V0X2xlbmllbnRfY2h1bmtlZF9sZW5ndGgAIh1sbGh0dHBfc2V0X2xlbmllbnRfa2VlcF9hbGl2ZQAjJGxsaHR0cF9zZXRfbGVuaWVudF90cmFuc2Zlcl9lbmNvZGluZwAkGmxsaHR0cF9zZXRfbGVuaWVudF92ZXJzaW9uACUjbGxodHRwX3NldF9sZW5pZW50X2RhdGFfYWZ0ZXJfY2xvc2UAJidsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfbGZfYWZ0ZXJfY3IAJyxsbGh0dHBfc2V0X2xlbmllbnRfb3B0aW9uYWxfY3JsZl9hZnRlcl9jaHVuawAoKGxsaHR0cF9zZXRfbGVuaWVudF9vcHRpb25hbF9jcl9iZWZvcmVfbGYAKSpsbGh0dHBfc2V0X2xlbmllbnRfc3BhY2VzX2FmdGVyX2NodW5rX3NpemUAKhhsbGh0dHBfbWVzc2FnZV9uZWVkc19lb2YANgkYAQBBAQsSAQIDBAUKBgcyNDMuKy8tLDAxCq/ZAjQWAEHA1QAoAgAEQAALQcDVAEEBNgIACxQAIAAQOCAAIAI2AjggACABOgAoCxQAIAAgAC8BNCAALQAwIAAQNxAACx4BAX9BwAAQOiIBEDggAUGACDYCOCABIAA6ACggAQuPDAEHfwJAIABFDQAgAEEIayIBIABBBGsoAgAiAEF4cSIEaiEFAkAgAEEBcQ0AIABBA3FFDQEgASABKAIAIgBrIgFB1NUAKAIASQ0BIAAgBGohBAJAAkBB2NUAKAIAIAFHBEAgAEH/AU0EQCAAQQN2IQMgASgCCCIAIAEoAgwiAkYEQEHE1QBBxNUAKAIAQX4gA3dxNgIADAULIAIgADYCCCAAIAI2AgwMBAsgASgCGCEGIAEgASgCDCIARwRAIAAgASgCCCICNgIIIAIgADYCDAwDCyABQRRqIgMoAgAiAkUEQCABKAIQIgJFDQIgAUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSgCBCIAQQNxQQNHDQIgBSAAQX5xNgIEQczVACAENgIAIAUgBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgASgCHCICQQJ0QfTXAGoiAygCACABRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAFGG2ogADYCACAARQ0BCyAAIAY2AhggASgCECICBEAgACACNgIQIAIgADYCGAsgAUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBU8NACAFKAIEIgBBAXFFDQACQAJAAkACQCAAQQJxRQRAQdzVACgCACAFRgRAQdzVACABNgIAQdDVAEHQ1QAoAgAgBGoiADYCACABIABBAXI2AgQgAUHY1QAoAgBHDQZBzNUAQQA2AgBB2NUAQQA2AgAMBgtB2NUAKAIAIAVGBEBB2NUAIAE2AgBBzNUAQczVACgCACAEaiIANgIAIAEgAEEBcjYCBCAAIAFqIAA2AgAMBgsgAEF4cSAEaiEEIABB/wFNBEAgAEEDdiEDIAUoAggiACAFKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwFCyACIAA2AgggACACNgIMDAQLIAUoAhghBiAFIAUoAgwiAEcEQEHU1QAoAgAaIAAgBSgCCCICNgIIIAIgADYCDAwDCyAFQRRqIgMoAgAiAkUEQCAFKAIQIgJFDQIgBUEQaiEDCwNAIAMhByACIgBBFGoiAygCACICDQAgAEEQaiEDIAAoAhAiAg0ACyAHQQA2AgAMAgsgBSAAQX5xNgIEIAEgBGogBDYCACABIARBAXI2AgQMAwtBACEACyAGRQ0AAkAgBSgCHCICQQJ0QfTXAGoiAygCACAFRgRAIAMgADYCACAADQFByNUAQcjVACgCAEF+IAJ3cTYCAAwCCyAGQRBBFCAGKAIQIAVGG2ogADYCACAARQ0BCyAAIAY2AhggBSgCECICBEAgACACNgIQIAIgADYCGAsgBUEUaigCACICRQ0AIABBFGogAjYCACACIAA2AhgLIAEgBGogBDYCACABIARBAXI2AgQgAUHY1QAoAgBHDQBBzNUAIAQ2AgAMAQsgBEH/AU0EQCAEQXhxQezVAGohAAJ/QcTVACgCACICQQEgBEEDdnQiA3FFBEBBxNUAIAIgA3I2AgAgAAwBCyAAKAIICyICIAE2AgwgACABNgIIIAEgADYCDCABIAI2AggMAQtBHyECIARB////B00EQCAEQSYgBEEIdmciAGt2QQFxIABBAXRrQT5qIQILIAEgAjYCHCABQgA3AhAgAkECdEH01wBqIQACQEHI1QAoAgAiA0EBIAJ0IgdxRQRAIAAgATYCAEHI1QAgAyAHcjYCACABIAA2AhggASABNgIIIAEgATYCDAwBCyAEQRkgAkEBdmtBACACQR9HG3QhAiAAKAIAIQACQANAIAAiAygCBEF4cSAERg0BIAJBHXYhACACQQF0IQIgAyAAQQRxakEQaiIHKAIAIgANAAsgByABNgIAIAEgAzYCGCABIAE2AgwgASABNgIIDAELIAMoAggiACABNgIMIAMgATYCCCABQQA2AhggASADNgIMIAEgADYCCAtB5NUAQeTVACgCAEEBayIAQX8gABs2AgALCwcAIAAtACgLBwAgAC0AKgsHACAALQArCwcAIAAtACkLBwAgAC8BNAsHACAALQAwC0ABBH8gACgCGCEBIAAvAS4hAiAALQAoIQMgACgCOCEEIAAQOCAAIAQ2AjggACADOgAoIAAgAjsBLiAAIAE2AhgL5YUCAgd/A34gASACaiEEAkAgACIDKAIMIgANACADKAIEBEAgAyABNgIECyMAQRBrIgkkAAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAygCHCICQQJrDvwBAfkBAgMEBQYHCAkKCwwNDg8QERL4ARP3ARQV9gEWF/UBGBkaGxwdHh8g/QH7ASH0ASIjJCUmJygpKivzASwtLi8wMTLyAfEBMzTwAe8BNTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5P+gFQUVJT7gHtAVTsAVXrAVZXWFla6gFbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gAGBAYIBgwGEAYUBhgGHAYgBiQGKAYsBjAGNAY4BjwGQAZEBkgGTAZQBlQGWAZcBmAGZAZoBmwGcAZ0BngGfAaABoQGiAaMBpAGlAaYBpwGoAakBqgGrAawBrQGuAa8BsAGxAbIBswG0AbUBtgG3AbgBuQG6AbsBvAG9Ab4BvwHAAcEBwgHDAcQBxQHGAccByAHJAcoBywHMAc0BzgHpAegBzwHnAdAB5gHRAdIB0wHUAeUB1QHWAdcB2AHZAdoB2wHcAd0B3gHfAeAB4QHiAeMBAPwBC0EADOMBC0EODOIBC0ENDOEBC0EPDOABC0EQDN8BC0ETDN4BC0EUDN0BC0EVDNwBC0EWDNsBC0EXDNoBC0EYDNkBC0EZDNgBC0EaDNcBC0EbDNYBC0EcDNUBC0EdDNQBC0EeDNMBC0EfDNIBC0EgDNEBC0EhDNABC0EIDM8BC0EiDM4BC0EkDM0BC0EjDMwBC0EHDMsBC0ElDMoBC0EmDMkBC0EnDMgBC0EoDMcBC0ESDMYBC0ERDMUBC0EpDMQBC0EqDMMBC0ErDMIBC0EsDMEBC0HeAQzAAQtBLgy/AQtBLwy+AQtBMAy9AQtBMQy8AQtBMgy7AQtBMwy6AQtBNAy5AQtB3wEMuAELQTUMtwELQTkMtgELQQwMtQELQTYMtAELQTcMswELQTgMsgELQT4MsQELQToMsAELQeABDK8BC0ELDK4BC0E/DK0BC0E7DKwBC0EKDKsBC0E8DKoBC0E9DKkBC0HhAQyoAQtBwQAMpwELQcAADKYBC0HCAAylAQtBCQykAQtBLQyjAQtBwwAMogELQcQADKEBC0HFAAygAQtBxgAMnwELQccADJ4BC0HIAAydAQtByQAMnAELQcoADJsBC0HLAAyaAQtBzAAMmQELQc0ADJgBC0HOAAyXAQtBzwAMlgELQdAADJUBC0HRAAyUAQtB0gAMkwELQdMADJIBC0HVAAyRAQtB1AAMkAELQdYADI8BC0HXAAyOAQtB2AAMjQELQdkADIwBC0HaAAyLAQtB2wAMigELQdwADIkBC0HdAAyIAQtB3gAMhwELQd8ADIYBC0HgAAyFAQtB4QAMhAELQeIADIMBC0HjAAyCAQtB5AAMgQELQeUADIABC0HiAQx/C0HmAAx+C0HnAAx9C0EGDHwLQegADHsLQQUMegtB6QAMeQtBBAx4C0HqAAx3C0HrAAx2C0HsAAx1C0HtAAx0C0EDDHMLQe4ADHILQe8ADHELQfAADHALQfIADG8LQfEADG4LQfMADG0LQfQADGwLQfUADGsLQfYADGoLQQIMaQtB9wAMaAtB+AAMZwtB+QAMZgtB+gAMZQtB+wAMZAtB/AAMYwtB/QAMYgtB/gAMYQtB/wAMYAtBgAEMXwtBgQEMXgtBggEMXQtBgwEMXAtBhAEMWwtBhQEMWgtBhgEMWQtBhwEMWAtBiAEMVwtBiQEMVgtBigEMVQtBiwEMVAtBjAEMUwtBjQEMUgtBjgEMUQtBjwEMUAtBkAEMTwtBkQEMTgtBkgEMTQtBkwEMTAtBlAEMSwtBlQEMSgtBlgEMSQtBlwEMSAtBmAEMRwtBmQEMRgtBmgEMRQtBmwEMRAtBnAEMQwtBnQEMQgtBngEMQQtBnwEMQAtBoAEMPwtBoQEMPgtBogEMPQtBowEMPAtBpAEMOwtBpQEMOgtBpgEMOQtBpwEMOAtBqAEMNwtBqQEMNgtBqgEMNQtBqwEMNAtBrAEMMwtBrQEMMgtBrgEMMQtBrwEMMAtBsAEMLwtBsQEMLgtBsgEMLQtBswEMLAtBtAEMKwtBtQEMKgtBtgEMKQtBtwEMKAtBuAEMJwtBuQEMJgtBugEMJQtBuwEMJAtBvAEMIwtBvQEMIgtBvgEMIQtBvwEMIAtBwAEMHwtBwQEMHgtBwgEMHQtBAQwcC0HDAQwbC0HEAQwaC0HFAQwZC0HGAQwYC0HHAQwXC0HIAQwWC0HJAQwVC0HKAQwUC0HLAQwTC0HMAQwSC0HNAQwRC0HOAQwQC0HPAQwPC0HQAQwOC0HRAQwNC0HSAQwMC0HTAQwLC0HUAQwKC0HVAQwJC0HWAQwIC0HjAQwHC0HXAQwGC0HYAQwFC0HZAQwEC0HaAQwDC0HbAQwCC0HdAQwBC0HcAQshAgNAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCADAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQAJ/AkACQAJAAn8CQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAMCfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAg7jAQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEjJCUnKCmeA5sDmgORA4oDgwOAA/0C+wL4AvIC8QLvAu0C6ALnAuYC5QLkAtwC2wLaAtkC2ALXAtYC1QLPAs4CzALLAsoCyQLIAscCxgLEAsMCvgK8AroCuQK4ArcCtgK1ArQCswKyArECsAKuAq0CqQKoAqcCpgKlAqQCowKiAqECoAKfApgCkAKMAosCigKBAv4B/QH8AfsB+gH5AfgB9wH1AfMB8AHrAekB6AHnAeYB5QHkAeMB4gHhAeAB3wHeAd0B3AHaAdkB2AHXAdYB1QHUAdMB0gHRAdABzwHOAc0BzAHLAcoByQHIAccBxgHFAcQBwwHCAcEBwAG/Ab4BvQG8AbsBugG5AbgBtwG2AbUBtAGzAbIBsQGwAa8BrgGtAawBqwGqAakBqAGnAaYBpQGkAaMBogGfAZ4BmQGYAZcBlgGVAZQBkwGSAZEBkAGPAY0BjAGHAYYBhQGEAYMBggF9fHt6eXZ1dFBRUlNUVQsgASAERw1yQf0BIQIMvgMLIAEgBEcNmAFB2wEhAgy9AwsgASAERw3xAUGOASECDLwDCyABIARHDfwBQYQBIQIMuwMLIAEgBEcNigJB/wAhAgy6AwsgASAERw2RAkH9ACECDLkDCyABIARHDZQCQfsAIQIMuAMLIAEgBEcNHkEeIQIMtwMLIAEgBEcNGUEYIQIMtgMLIAEgBEcNygJBzQAhAgy1AwsgASAERw3VAkHGACECDLQDCyABIARHDdYCQcMAIQIMswMLIAEgBEcN3AJBOCECDLIDCyADLQAwQQFGDa0DDIkDC0EAIQACQAJAAkAgAy0AKkUNACADLQArRQ0AIAMvATIiAkECcUUNAQwCCyADLwEyIgJBAXFFDQELQQEhACADLQAoQQFGDQAgAy8BNCIGQeQAa0HkAEkNACAGQcwBRg0AIAZBsAJGDQAgAkHAAHENAEEAIQAgAkGIBHFBgARGDQAgAkEocUEARyEACyADQQA7ATIgA0EAOgAxAkAgAEUEQCADQQA6ADEgAy0ALkEEcQ0BDLEDCyADQgA3AyALIANBADoAMSADQQE6ADYMSAtBACEAAkAgAygCOCICRQ0AIAIoAjAiAkUNACADIAIRAAAhAAsgAEUNSCAAQRVHDWIgA0EENgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMrwMLIAEgBEYEQEEGIQIMrwMLIAEtAABBCkcNGSABQQFqIQEMGgsgA0IANwMgQRIhAgyUAwsgASAERw2KA0EjIQIMrAMLIAEgBEYEQEEHIQIMrAMLAkACQCABLQAAQQprDgQBGBgAGAsgAUEBaiEBQRAhAgyTAwsgAUEBaiEBIANBL2otAABBAXENF0EAIQIgA0EANgIcIAMgATYCFCADQZkgNgIQIANBGTYCDAyrAwsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFoNGEEIIQIMqgMLIAEgBEcEQCADQQk2AgggAyABNgIEQRQhAgyRAwtBCSECDKkDCyADKQMgUA2uAgxDCyABIARGBEBBCyECDKgDCyABLQAAQQpHDRYgAUEBaiEBDBcLIANBL2otAABBAXFFDRkMJgtBACEAAkAgAygCOCICRQ0AIAIoAlAiAkUNACADIAIRAAAhAAsgAA0ZDEILQQAhAAJAIAMoAjgiAkUNACACKAJQIgJFDQAgAyACEQAAIQALIAANGgwkC0EAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADRsMMgsgA0Evai0AAEEBcUUNHAwiC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADRwMQgtBACEAAkAgAygCOCICRQ0AIAIoAlQiAkUNACADIAIRAAAhAAsgAA0dDCALIAEgBEYEQEETIQIMoAMLAkAgAS0AACIAQQprDgQfIyMAIgsgAUEBaiEBDB8LQQAhAAJAIAMoAjgiAkUNACACKAJUIgJFDQAgAyACEQAAIQALIAANIgxCCyABIARGBEBBFiECDJ4DCyABLQAAQcDBAGotAABBAUcNIwyDAwsCQANAIAEtAABBsDtqLQAAIgBBAUcEQAJAIABBAmsOAgMAJwsgAUEBaiEBQSEhAgyGAwsgBCABQQFqIgFHDQALQRghAgydAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAFBAWoiARA0IgANIQxBC0EAIQACQCADKAI4IgJFDQAgAigCVCICRQ0AIAMgAhEAACEACyAADSMMKgsgASAERgRAQRwhAgybAwsgA0EKNgIIIAMgATYCBEEAIQACQCADKAI4IgJFDQAgAigCUCICRQ0AIAMgAhEAACEACyAADSVBJCECDIEDCyABIARHBEADQCABLQAAQbA9ai0AACIAQQNHBEAgAEEBaw4FGBomggMlJgsgBCABQQFqIgFHDQALQRshAgyaAwtBGyECDJkDCwNAIAEtAABBsD9qLQAAIgBBA0cEQCAAQQFrDgUPEScTJicLIAQgAUEBaiIBRw0AC0EeIQIMmAMLIAEgBEcEQCADQQs2AgggAyABNgIEQQchAgz/AgtBHyECDJcDCyABIARGBEBBICECDJcDCwJAIAEtAABBDWsOFC4/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8APwtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQMlgMLIANBL2ohAgNAIAEgBEYEQEEhIQIMlwMLAkACQAJAIAEtAAAiAEEJaw4YAgApKQEpKSkpKSkpKSkpKSkpKSkpKSkCJwsgAUEBaiEBIANBL2otAABBAXFFDQoMGAsgAUEBaiEBDBcLIAFBAWohASACLQAAQQJxDQALQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDJUDCyADLQAuQYABcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUN5gIgAEEVRgRAIANBJDYCHCADIAE2AhQgA0GbGzYCECADQRU2AgxBACECDJQDC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAyTAwtBACECIANBADYCHCADIAE2AhQgA0G+IDYCECADQQI2AgwMkgMLIAMoAgQhAEEAIQIgA0EANgIEIAMgACABIAynaiIBEDIiAEUNKyADQQc2AhwgAyABNgIUIAMgADYCDAyRAwsgAy0ALkHAAHFFDQELQQAhAAJAIAMoAjgiAkUNACACKAJYIgJFDQAgAyACEQAAIQALIABFDSsgAEEVRgRAIANBCjYCHCADIAE2AhQgA0HrGTYCECADQRU2AgxBACECDJADC0EAIQIgA0EANgIcIAMgATYCFCADQZMMNgIQIANBEzYCDAyPAwtBACECIANBADYCHCADIAE2AhQgA0GCFTYCECADQQI2AgwMjgMLQQAhAiADQQA2AhwgAyABNgIUIANB3RQ2AhAgA0EZNgIMDI0DC0EAIQIgA0EANgIcIAMgATYCFCADQeYdNgIQIANBGTYCDAyMAwsgAEEVRg09QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIsDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFDSggA0ENNgIcIAMgATYCFCADIAA2AgwMigMLIABBFUYNOkEAIQIgA0EANgIcIAMgATYCFCADQdAPNgIQIANBIjYCDAyJAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwoCyADQQ42AhwgAyAANgIMIAMgAUEBajYCFAyIAwsgAEEVRg03QQAhAiADQQA2AhwgAyABNgIUIANB0A82AhAgA0EiNgIMDIcDCyADKAIEIQBBACECIANBADYCBCADIAAgARAzIgBFBEAgAUEBaiEBDCcLIANBDzYCHCADIAA2AgwgAyABQQFqNgIUDIYDC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAyFAwsgAEEVRg0zQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDIQDCyADKAIEIQBBACECIANBADYCBCADIAAgARA0IgBFDSUgA0ERNgIcIAMgATYCFCADIAA2AgwMgwMLIABBFUYNMEEAIQIgA0EANgIcIAMgATYCFCADQdYMNgIQIANBIzYCDAyCAwsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQwlCyADQRI2AhwgAyAANgIMIAMgAUEBajYCFAyBAwsgA0Evai0AAEEBcUUNAQtBFyECDOYCC0EAIQIgA0EANgIcIAMgATYCFCADQeIXNgIQIANBGTYCDAz+AgsgAEE7Rw0AIAFBAWohAQwMC0EAIQIgA0EANgIcIAMgATYCFCADQZIYNgIQIANBAjYCDAz8AgsgAEEVRg0oQQAhAiADQQA2AhwgAyABNgIUIANB1gw2AhAgA0EjNgIMDPsCCyADQRQ2AhwgAyABNgIUIAMgADYCDAz6AgsgAygCBCEAQQAhAiADQQA2AgQgAyAAIAEQNCIARQRAIAFBAWohAQz1AgsgA0EVNgIcIAMgADYCDCADIAFBAWo2AhQM+QILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM8wILIANBFzYCHCADIAA2AgwgAyABQQFqNgIUDPgCCyAAQRVGDSNBACECIANBADYCHCADIAE2AhQgA0HWDDYCECADQSM2AgwM9wILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEMHQsgA0EZNgIcIAMgADYCDCADIAFBAWo2AhQM9gILIAMoAgQhAEEAIQIgA0EANgIEIAMgACABEDQiAEUEQCABQQFqIQEM7wILIANBGjYCHCADIAA2AgwgAyABQQFqNgIUDPUCCyAAQRVGDR9BACECIANBADYCHCADIAE2AhQgA0HQDzYCECADQSI2AgwM9AILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQwbCyADQRw2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM8wILIAMoAgQhACADQQA2AgQgAyAAIAEQMyIARQRAIAFBAWohAQzrAgsgA0EdNgIcIAMgADYCDCADIAFBAWo2AhRBACECDPICCyAAQTtHDQEgAUEBaiEBC0EmIQIM1wILQQAhAiADQQA2AhwgAyABNgIUIANBnxU2AhAgA0EMNgIMDO8CCyABIARHBEADQCABLQAAQSBHDYQCIAQgAUEBaiIBRw0AC0EsIQIM7wILQSwhAgzuAgsgASAERgRAQTQhAgzuAgsCQAJAA0ACQCABLQAAQQprDgQCAAADAAsgBCABQQFqIgFHDQALQTQhAgzvAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDZ8CIANBMjYCHCADIAE2AhQgAyAANgIMQQAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFBEAgAUEBaiEBDJ8CCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIM7QILIAEgBEcEQAJAA0AgAS0AAEEwayIAQf8BcUEKTwRAQTohAgzXAgsgAykDICILQpmz5syZs+bMGVYNASADIAtCCn4iCjcDICAKIACtQv8BgyILQn+FVg0BIAMgCiALfDcDICAEIAFBAWoiAUcNAAtBwAAhAgzuAgsgAygCBCEAIANBADYCBCADIAAgAUEBaiIBEDEiAA0XDOICC0HAACECDOwCCyABIARGBEBByQAhAgzsAgsCQANAAkAgAS0AAEEJaw4YAAKiAqICqQKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogKiAqICogIAogILIAQgAUEBaiIBRw0AC0HJACECDOwCCyABQQFqIQEgA0Evai0AAEEBcQ2lAiADQQA2AhwgAyABNgIUIANBlxA2AhAgA0EKNgIMQQAhAgzrAgsgASAERwRAA0AgAS0AAEEgRw0VIAQgAUEBaiIBRw0AC0H4ACECDOsCC0H4ACECDOoCCyADQQI6ACgMOAtBACECIANBADYCHCADQb8LNgIQIANBAjYCDCADIAFBAWo2AhQM6AILQQAhAgzOAgtBDSECDM0CC0ETIQIMzAILQRUhAgzLAgtBFiECDMoCC0EYIQIMyQILQRkhAgzIAgtBGiECDMcCC0EbIQIMxgILQRwhAgzFAgtBHSECDMQCC0EeIQIMwwILQR8hAgzCAgtBICECDMECC0EiIQIMwAILQSMhAgy/AgtBJSECDL4CC0HlACECDL0CCyADQT02AhwgAyABNgIUIAMgADYCDEEAIQIM1QILIANBGzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDNQCCyADQSA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzTAgsgA0ETNgIcIAMgATYCFCADQZgaNgIQIANBFTYCDEEAIQIM0gILIANBCzYCHCADIAE2AhQgA0GYGjYCECADQRU2AgxBACECDNECCyADQRA2AhwgAyABNgIUIANBmBo2AhAgA0EVNgIMQQAhAgzQAgsgA0EgNgIcIAMgATYCFCADQaQcNgIQIANBFTYCDEEAIQIMzwILIANBCzYCHCADIAE2AhQgA0GkHDYCECADQRU2AgxBACECDM4CCyADQQw2AhwgAyABNgIUIANBpBw2AhAgA0EVNgIMQQAhAgzNAgtBACECIANBADYCHCADIAE2AhQgA0HdDjYCECADQRI2AgwMzAILAkADQAJAIAEtAABBCmsOBAACAgACCyAEIAFBAWoiAUcNAAtB/QEhAgzMAgsCQAJAIAMtADZBAUcNAEEAIQACQCADKAI4IgJFDQAgAigCYCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUcNASADQfwBNgIcIAMgATYCFCADQdwZNgIQIANBFTYCDEEAIQIMzQILQdwBIQIMswILIANBADYCHCADIAE2AhQgA0H5CzYCECADQR82AgxBACECDMsCCwJAAkAgAy0AKEEBaw4CBAEAC0HbASECDLICC0HUASECDLECCyADQQI6ADFBACEAAkAgAygCOCICRQ0AIAIoAgAiAkUNACADIAIRAAAhAAsgAEUEQEHdASECDLECCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQbQMNgIQIANBEDYCDEEAIQIMygILIANB+wE2AhwgAyABNgIUIANBgRo2AhAgA0EVNgIMQQAhAgzJAgsgASAERgRAQfoBIQIMyQILIAEtAABByABGDQEgA0EBOgAoC0HAASECDK4CC0HaASECDK0CCyABIARHBEAgA0EMNgIIIAMgATYCBEHZASECDK0CC0H5ASECDMUCCyABIARGBEBB+AEhAgzFAgsgAS0AAEHIAEcNBCABQQFqIQFB2AEhAgyrAgsgASAERgRAQfcBIQIMxAILAkACQCABLQAAQcUAaw4QAAUFBQUFBQUFBQUFBQUFAQULIAFBAWohAUHWASECDKsCCyABQQFqIQFB1wEhAgyqAgtB9gEhAiABIARGDcICIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbrVAGotAABHDQMgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADMMCCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIARQRAQeMBIQIMqgILIANB9QE2AhwgAyABNgIUIAMgADYCDEEAIQIMwgILQfQBIQIgASAERg3BAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEG41QBqLQAARw0CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzCAgsgA0GBBDsBKCADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQLiIADQMMAgsgA0EANgIAC0EAIQIgA0EANgIcIAMgATYCFCADQeUfNgIQIANBCDYCDAy/AgtB1QEhAgylAgsgA0HzATYCHCADIAE2AhQgAyAANgIMQQAhAgy9AgtBACEAAkAgAygCOCICRQ0AIAIoAkAiAkUNACADIAIRAAAhAAsgAEUNbiAAQRVHBEAgA0EANgIcIAMgATYCFCADQYIPNgIQIANBIDYCDEEAIQIMvQILIANBjwE2AhwgAyABNgIUIANB7Bs2AhAgA0EVNgIMQQAhAgy8AgsgASAERwRAIANBDTYCCCADIAE2AgRB0wEhAgyjAgtB8gEhAgy7AgsgASAERgRAQfEBIQIMuwILAkACQAJAIAEtAABByABrDgsAAQgICAgICAgIAggLIAFBAWohAUHQASECDKMCCyABQQFqIQFB0QEhAgyiAgsgAUEBaiEBQdIBIQIMoQILQfABIQIgASAERg25AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBtdUAai0AAEcNBCAAQQJGDQMgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuQILQe8BIQIgASAERg24AiADKAIAIgAgBCABa2ohBiABIABrQQFqIQUDQCABLQAAIABBs9UAai0AAEcNAyAAQQFGDQIgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMuAILQe4BIQIgASAERg23AiADKAIAIgAgBCABa2ohBiABIABrQQJqIQUDQCABLQAAIABBsNUAai0AAEcNAiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAY2AgAMtwILIAMoAgQhACADQgA3AwAgAyAAIAVBAWoiARArIgBFDQIgA0HsATYCHCADIAE2AhQgAyAANgIMQQAhAgy2AgsgA0EANgIACyADKAIEIQAgA0EANgIEIAMgACABECsiAEUNnAIgA0HtATYCHCADIAE2AhQgAyAANgIMQQAhAgy0AgtBzwEhAgyaAgtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDLQCC0HOASECDJoCCyADQesBNgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMsgILIAEgBEYEQEHrASECDLICCyABLQAAQS9GBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GyODYCECADQQg2AgxBACECDLECC0HNASECDJcCCyABIARHBEAgA0EONgIIIAMgATYCBEHMASECDJcCC0HqASECDK8CCyABIARGBEBB6QEhAgyvAgsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFBywEhAgyWAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZcCIANB6AE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAEgBEYEQEHnASECDK4CCwJAIAEtAABBLkYEQCABQQFqIQEMAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZgCIANB5gE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILQcoBIQIMlAILIAEgBEYEQEHlASECDK0CC0EAIQBBASEFQQEhB0EAIQICQAJAAkACQAJAAn8CQAJAAkACQAJAAkACQCABLQAAQTBrDgoKCQABAgMEBQYICwtBAgwGC0EDDAULQQQMBAtBBQwDC0EGDAILQQcMAQtBCAshAkEAIQVBACEHDAILQQkhAkEBIQBBACEFQQAhBwwBC0EAIQVBASECCyADIAI6ACsgAUEBaiEBAkACQCADLQAuQRBxDQACQAJAAkAgAy0AKg4DAQACBAsgB0UNAwwCCyAADQEMAgsgBUUNAQsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDQIgA0HiATYCHCADIAE2AhQgAyAANgIMQQAhAgyvAgsgAygCBCEAIANBADYCBCADIAAgARAvIgBFDZoCIANB4wE2AhwgAyABNgIUIAMgADYCDEEAIQIMrgILIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ2YAiADQeQBNgIcIAMgATYCFCADIAA2AgwMrQILQckBIQIMkwILQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANBpA02AhAgA0EhNgIMQQAhAgytAgtByAEhAgyTAgsgA0HhATYCHCADIAE2AhQgA0HQGjYCECADQRU2AgxBACECDKsCCyABIARGBEBB4QEhAgyrAgsCQCABLQAAQSBGBEAgA0EAOwE0IAFBAWohAQwBCyADQQA2AhwgAyABNgIUIANBmRE2AhAgA0EJNgIMQQAhAgyrAgtBxwEhAgyRAgsgASAERgRAQeABIQIMqgILAkAgAS0AAEEwa0H/AXEiAkEKSQRAIAFBAWohAQJAIAMvATQiAEGZM0sNACADIABBCmwiADsBNCAAQf7/A3EgAkH//wNzSw0AIAMgACACajsBNAwCC0EAIQIgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDAyrAgsgA0EANgIcIAMgATYCFCADQZUeNgIQIANBDTYCDEEAIQIMqgILQcYBIQIMkAILIAEgBEYEQEHfASECDKkCCwJAIAEtAABBMGtB/wFxIgJBCkkEQCABQQFqIQECQCADLwE0IgBBmTNLDQAgAyAAQQpsIgA7ATQgAEH+/wNxIAJB//8Dc0sNACADIAAgAmo7ATQMAgtBACECIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgwMqgILIANBADYCHCADIAE2AhQgA0GVHjYCECADQQ02AgxBACECDKkCC0HFASECDI8CCyABIARGBEBB3gEhAgyoAgsCQCABLQAAQTBrQf8BcSICQQpJBEAgAUEBaiEBAkAgAy8BNCIAQZkzSw0AIAMgAEEKbCIAOwE0IABB/v8DcSACQf//A3NLDQAgAyAAIAJqOwE0DAILQQAhAiADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMDKkCCyADQQA2AhwgAyABNgIUIANBlR42AhAgA0ENNgIMQQAhAgyoAgtBxAEhAgyOAgsgASAERgRAQd0BIQIMpwILAkACQAJAAkAgAS0AAEEKaw4XAgMDAAMDAwMDAwMDAwMDAwMDAwMDAwEDCyABQQFqDAULIAFBAWohAUHDASECDI8CCyABQQFqIQEgA0Evai0AAEEBcQ0IIANBADYCHCADIAE2AhQgA0GNCzYCECADQQ02AgxBACECDKcCCyADQQA2AhwgAyABNgIUIANBjQs2AhAgA0ENNgIMQQAhAgymAgsgASAERwRAIANBDzYCCCADIAE2AgRBASECDI0CC0HcASECDKUCCwJAAkADQAJAIAEtAABBCmsOBAIAAAMACyAEIAFBAWoiAUcNAAtB2wEhAgymAgsgAygCBCEAIANBADYCBCADIAAgARAtIgBFBEAgAUEBaiEBDAQLIANB2gE2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMpQILIAMoAgQhACADQQA2AgQgAyAAIAEQLSIADQEgAUEBagshAUHBASECDIoCCyADQdkBNgIcIAMgADYCDCADIAFBAWo2AhRBACECDKICC0HCASECDIgCCyADQS9qLQAAQQFxDQEgA0EANgIcIAMgATYCFCADQeQcNgIQIANBGTYCDEEAIQIMoAILIAEgBEYEQEHZASECDKACCwJAAkACQCABLQAAQQprDgQBAgIAAgsgAUEBaiEBDAILIAFBAWohAQwBCyADLQAuQcAAcUUNAQtBACEAAkAgAygCOCICRQ0AIAIoAjwiAkUNACADIAIRAAAhAAsgAEUNoAEgAEEVRgRAIANB2QA2AhwgAyABNgIUIANBtxo2AhAgA0EVNgIMQQAhAgyfAgsgA0EANgIcIAMgATYCFCADQYANNgIQIANBGzYCDEEAIQIMngILIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDJ0CCyABIARHBEAgA0EMNgIIIAMgATYCBEG/ASECDIQCC0HYASECDJwCCyABIARGBEBB1wEhAgycAgsCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBwQBrDhUAAQIDWgQFBlpaWgcICQoLDA0ODxBaCyABQQFqIQFB+wAhAgySAgsgAUEBaiEBQfwAIQIMkQILIAFBAWohAUGBASECDJACCyABQQFqIQFBhQEhAgyPAgsgAUEBaiEBQYYBIQIMjgILIAFBAWohAUGJASECDI0CCyABQQFqIQFBigEhAgyMAgsgAUEBaiEBQY0BIQIMiwILIAFBAWohAUGWASECDIoCCyABQQFqIQFBlwEhAgyJAgsgAUEBaiEBQZgBIQIMiAILIAFBAWohAUGlASECDIcCCyABQQFqIQFBpgEhAgyGAgsgAUEBaiEBQawBIQIMhQILIAFBAWohAUG0ASECDIQCCyABQQFqIQFBtwEhAgyDAgsgAUEBaiEBQb4BIQIMggILIAEgBEYEQEHWASECDJsCCyABLQAAQc4ARw1IIAFBAWohAUG9ASECDIECCyABIARGBEBB1QEhAgyaAgsCQAJAAkAgAS0AAEHCAGsOEgBKSkpKSkpKSkoBSkpKSkpKAkoLIAFBAWohAUG4ASECDIICCyABQQFqIQFBuwEhAgyBAgsgAUEBaiEBQbwBIQIMgAILQdQBIQIgASAERg2YAiADKAIAIgAgBCABa2ohBSABIABrQQdqIQYCQANAIAEtAAAgAEGo1QBqLQAARw1FIABBB0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyZAgsgA0EANgIAIAZBAWohAUEbDEULIAEgBEYEQEHTASECDJgCCwJAAkAgAS0AAEHJAGsOBwBHR0dHRwFHCyABQQFqIQFBuQEhAgz/AQsgAUEBaiEBQboBIQIM/gELQdIBIQIgASAERg2WAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGm1QBqLQAARw1DIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyXAgsgA0EANgIAIAZBAWohAUEPDEMLQdEBIQIgASAERg2VAiADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEGk1QBqLQAARw1CIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyWAgsgA0EANgIAIAZBAWohAUEgDEILQdABIQIgASAERg2UAiADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw1BIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAyVAgsgA0EANgIAIAZBAWohAUESDEELIAEgBEYEQEHPASECDJQCCwJAAkAgAS0AAEHFAGsODgBDQ0NDQ0NDQ0NDQ0MBQwsgAUEBaiEBQbUBIQIM+wELIAFBAWohAUG2ASECDPoBC0HOASECIAEgBEYNkgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBntUAai0AAEcNPyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkwILIANBADYCACAGQQFqIQFBBww/C0HNASECIAEgBEYNkQIgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBmNUAai0AAEcNPiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMkgILIANBADYCACAGQQFqIQFBKAw+CyABIARGBEBBzAEhAgyRAgsCQAJAAkAgAS0AAEHFAGsOEQBBQUFBQUFBQUEBQUFBQUECQQsgAUEBaiEBQbEBIQIM+QELIAFBAWohAUGyASECDPgBCyABQQFqIQFBswEhAgz3AQtBywEhAiABIARGDY8CIAMoAgAiACAEIAFraiEFIAEgAGtBBmohBgJAA0AgAS0AACAAQZHVAGotAABHDTwgAEEGRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJACCyADQQA2AgAgBkEBaiEBQRoMPAtBygEhAiABIARGDY4CIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQY3VAGotAABHDTsgAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADI8CCyADQQA2AgAgBkEBaiEBQSEMOwsgASAERgRAQckBIQIMjgILAkACQCABLQAAQcEAaw4UAD09PT09PT09PT09PT09PT09PQE9CyABQQFqIQFBrQEhAgz1AQsgAUEBaiEBQbABIQIM9AELIAEgBEYEQEHIASECDI0CCwJAAkAgAS0AAEHVAGsOCwA8PDw8PDw8PDwBPAsgAUEBaiEBQa4BIQIM9AELIAFBAWohAUGvASECDPMBC0HHASECIAEgBEYNiwIgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNOCAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMjAILIANBADYCACAGQQFqIQFBKgw4CyABIARGBEBBxgEhAgyLAgsgAS0AAEHQAEcNOCABQQFqIQFBJQw3C0HFASECIAEgBEYNiQIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBgdUAai0AAEcNNiAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMigILIANBADYCACAGQQFqIQFBDgw2CyABIARGBEBBxAEhAgyJAgsgAS0AAEHFAEcNNiABQQFqIQFBqwEhAgzvAQsgASAERgRAQcMBIQIMiAILAkACQAJAAkAgAS0AAEHCAGsODwABAjk5OTk5OTk5OTk5AzkLIAFBAWohAUGnASECDPEBCyABQQFqIQFBqAEhAgzwAQsgAUEBaiEBQakBIQIM7wELIAFBAWohAUGqASECDO4BC0HCASECIAEgBEYNhgIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB/tQAai0AAEcNMyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhwILIANBADYCACAGQQFqIQFBFAwzC0HBASECIAEgBEYNhQIgAygCACIAIAQgAWtqIQUgASAAa0EEaiEGAkADQCABLQAAIABB+dQAai0AAEcNMiAAQQRGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhgILIANBADYCACAGQQFqIQFBKwwyC0HAASECIAEgBEYNhAIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABB9tQAai0AAEcNMSAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhQILIANBADYCACAGQQFqIQFBLAwxC0G/ASECIAEgBEYNgwIgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBodUAai0AAEcNMCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMhAILIANBADYCACAGQQFqIQFBEQwwC0G+ASECIAEgBEYNggIgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABB8tQAai0AAEcNLyAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgwILIANBADYCACAGQQFqIQFBLgwvCyABIARGBEBBvQEhAgyCAgsCQAJAAkACQAJAIAEtAABBwQBrDhUANDQ0NDQ0NDQ0NAE0NAI0NAM0NAQ0CyABQQFqIQFBmwEhAgzsAQsgAUEBaiEBQZwBIQIM6wELIAFBAWohAUGdASECDOoBCyABQQFqIQFBogEhAgzpAQsgAUEBaiEBQaQBIQIM6AELIAEgBEYEQEG8ASECDIECCwJAAkAgAS0AAEHSAGsOAwAwATALIAFBAWohAUGjASECDOgBCyABQQFqIQFBBAwtC0G7ASECIAEgBEYN/wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABB8NQAai0AAEcNLCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMgAILIANBADYCACAGQQFqIQFBHQwsCyABIARGBEBBugEhAgz/AQsCQAJAIAEtAABByQBrDgcBLi4uLi4ALgsgAUEBaiEBQaEBIQIM5gELIAFBAWohAUEiDCsLIAEgBEYEQEG5ASECDP4BCyABLQAAQdAARw0rIAFBAWohAUGgASECDOQBCyABIARGBEBBuAEhAgz9AQsCQAJAIAEtAABBxgBrDgsALCwsLCwsLCwsASwLIAFBAWohAUGeASECDOQBCyABQQFqIQFBnwEhAgzjAQtBtwEhAiABIARGDfsBIAMoAgAiACAEIAFraiEFIAEgAGtBA2ohBgJAA0AgAS0AACAAQezUAGotAABHDSggAEEDRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPwBCyADQQA2AgAgBkEBaiEBQQ0MKAtBtgEhAiABIARGDfoBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQaHVAGotAABHDScgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPsBCyADQQA2AgAgBkEBaiEBQQwMJwtBtQEhAiABIARGDfkBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQerUAGotAABHDSYgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPoBCyADQQA2AgAgBkEBaiEBQQMMJgtBtAEhAiABIARGDfgBIAMoAgAiACAEIAFraiEFIAEgAGtBAWohBgJAA0AgAS0AACAAQejUAGotAABHDSUgAEEBRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADPkBCyADQQA2AgAgBkEBaiEBQSYMJQsgASAERgRAQbMBIQIM+AELAkACQCABLQAAQdQAaw4CAAEnCyABQQFqIQFBmQEhAgzfAQsgAUEBaiEBQZoBIQIM3gELQbIBIQIgASAERg32ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHm1ABqLQAARw0jIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz3AQsgA0EANgIAIAZBAWohAUEnDCMLQbEBIQIgASAERg31ASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHk1ABqLQAARw0iIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz2AQsgA0EANgIAIAZBAWohAUEcDCILQbABIQIgASAERg30ASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEHe1ABqLQAARw0hIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz1AQsgA0EANgIAIAZBAWohAUEGDCELQa8BIQIgASAERg3zASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEHZ1ABqLQAARw0gIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAz0AQsgA0EANgIAIAZBAWohAUEZDCALIAEgBEYEQEGuASECDPMBCwJAAkACQAJAIAEtAABBLWsOIwAkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJAEkJCQkJAIkJCQDJAsgAUEBaiEBQY4BIQIM3AELIAFBAWohAUGPASECDNsBCyABQQFqIQFBlAEhAgzaAQsgAUEBaiEBQZUBIQIM2QELQa0BIQIgASAERg3xASADKAIAIgAgBCABa2ohBSABIABrQQFqIQYCQANAIAEtAAAgAEHX1ABqLQAARw0eIABBAUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzyAQsgA0EANgIAIAZBAWohAUELDB4LIAEgBEYEQEGsASECDPEBCwJAAkAgAS0AAEHBAGsOAwAgASALIAFBAWohAUGQASECDNgBCyABQQFqIQFBkwEhAgzXAQsgASAERgRAQasBIQIM8AELAkACQCABLQAAQcEAaw4PAB8fHx8fHx8fHx8fHx8BHwsgAUEBaiEBQZEBIQIM1wELIAFBAWohAUGSASECDNYBCyABIARGBEBBqgEhAgzvAQsgAS0AAEHMAEcNHCABQQFqIQFBCgwbC0GpASECIAEgBEYN7QEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABB0dQAai0AAEcNGiAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7gELIANBADYCACAGQQFqIQFBHgwaC0GoASECIAEgBEYN7AEgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCABLQAAIABBytQAai0AAEcNGSAAQQZGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7QELIANBADYCACAGQQFqIQFBFQwZC0GnASECIAEgBEYN6wEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBx9QAai0AAEcNGCAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM7AELIANBADYCACAGQQFqIQFBFwwYC0GmASECIAEgBEYN6gEgAygCACIAIAQgAWtqIQUgASAAa0EFaiEGAkADQCABLQAAIABBwdQAai0AAEcNFyAAQQVGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6wELIANBADYCACAGQQFqIQFBGAwXCyABIARGBEBBpQEhAgzqAQsCQAJAIAEtAABByQBrDgcAGRkZGRkBGQsgAUEBaiEBQYsBIQIM0QELIAFBAWohAUGMASECDNABC0GkASECIAEgBEYN6AEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBptUAai0AAEcNFSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6QELIANBADYCACAGQQFqIQFBCQwVC0GjASECIAEgBEYN5wEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBpNUAai0AAEcNFCAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM6AELIANBADYCACAGQQFqIQFBHwwUC0GiASECIAEgBEYN5gEgAygCACIAIAQgAWtqIQUgASAAa0ECaiEGAkADQCABLQAAIABBvtQAai0AAEcNEyAAQQJGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM5wELIANBADYCACAGQQFqIQFBAgwTC0GhASECIAEgBEYN5QEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGA0AgAS0AACAAQbzUAGotAABHDREgAEEBRg0CIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADOUBCyABIARGBEBBoAEhAgzlAQtBASABLQAAQd8ARw0RGiABQQFqIQFBhwEhAgzLAQsgA0EANgIAIAZBAWohAUGIASECDMoBC0GfASECIAEgBEYN4gEgAygCACIAIAQgAWtqIQUgASAAa0EIaiEGAkADQCABLQAAIABBhNUAai0AAEcNDyAAQQhGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4wELIANBADYCACAGQQFqIQFBKQwPC0GeASECIAEgBEYN4QEgAygCACIAIAQgAWtqIQUgASAAa0EDaiEGAkADQCABLQAAIABBuNQAai0AAEcNDiAAQQNGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAM4gELIANBADYCACAGQQFqIQFBLQwOCyABIARGBEBBnQEhAgzhAQsgAS0AAEHFAEcNDiABQQFqIQFBhAEhAgzHAQsgASAERgRAQZwBIQIM4AELAkACQCABLQAAQcwAaw4IAA8PDw8PDwEPCyABQQFqIQFBggEhAgzHAQsgAUEBaiEBQYMBIQIMxgELQZsBIQIgASAERg3eASADKAIAIgAgBCABa2ohBSABIABrQQRqIQYCQANAIAEtAAAgAEGz1ABqLQAARw0LIABBBEYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzfAQsgA0EANgIAIAZBAWohAUEjDAsLQZoBIQIgASAERg3dASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGw1ABqLQAARw0KIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzeAQsgA0EANgIAIAZBAWohAUEADAoLIAEgBEYEQEGZASECDN0BCwJAAkAgAS0AAEHIAGsOCAAMDAwMDAwBDAsgAUEBaiEBQf0AIQIMxAELIAFBAWohAUGAASECDMMBCyABIARGBEBBmAEhAgzcAQsCQAJAIAEtAABBzgBrDgMACwELCyABQQFqIQFB/gAhAgzDAQsgAUEBaiEBQf8AIQIMwgELIAEgBEYEQEGXASECDNsBCyABLQAAQdkARw0IIAFBAWohAUEIDAcLQZYBIQIgASAERg3ZASADKAIAIgAgBCABa2ohBSABIABrQQNqIQYCQANAIAEtAAAgAEGs1ABqLQAARw0GIABBA0YNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzaAQsgA0EANgIAIAZBAWohAUEFDAYLQZUBIQIgASAERg3YASADKAIAIgAgBCABa2ohBSABIABrQQVqIQYCQANAIAEtAAAgAEGm1ABqLQAARw0FIABBBUYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzZAQsgA0EANgIAIAZBAWohAUEWDAULQZQBIQIgASAERg3XASADKAIAIgAgBCABa2ohBSABIABrQQJqIQYCQANAIAEtAAAgAEGh1QBqLQAARw0EIABBAkYNASAAQQFqIQAgBCABQQFqIgFHDQALIAMgBTYCAAzYAQsgA0EANgIAIAZBAWohAUEQDAQLIAEgBEYEQEGTASECDNcBCwJAAkAgAS0AAEHDAGsODAAGBgYGBgYGBgYGAQYLIAFBAWohAUH5ACECDL4BCyABQQFqIQFB+gAhAgy9AQtBkgEhAiABIARGDdUBIAMoAgAiACAEIAFraiEFIAEgAGtBBWohBgJAA0AgAS0AACAAQaDUAGotAABHDQIgAEEFRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADNYBCyADQQA2AgAgBkEBaiEBQSQMAgsgA0EANgIADAILIAEgBEYEQEGRASECDNQBCyABLQAAQcwARw0BIAFBAWohAUETCzoAKSADKAIEIQAgA0EANgIEIAMgACABEC4iAA0CDAELQQAhAiADQQA2AhwgAyABNgIUIANB/h82AhAgA0EGNgIMDNEBC0H4ACECDLcBCyADQZABNgIcIAMgATYCFCADIAA2AgxBACECDM8BC0EAIQACQCADKAI4IgJFDQAgAigCQCICRQ0AIAMgAhEAACEACyAARQ0AIABBFUYNASADQQA2AhwgAyABNgIUIANBgg82AhAgA0EgNgIMQQAhAgzOAQtB9wAhAgy0AQsgA0GPATYCHCADIAE2AhQgA0HsGzYCECADQRU2AgxBACECDMwBCyABIARGBEBBjwEhAgzMAQsCQCABLQAAQSBGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GbHzYCECADQQY2AgxBACECDMwBC0ECIQIMsgELA0AgAS0AAEEgRw0CIAQgAUEBaiIBRw0AC0GOASECDMoBCyABIARGBEBBjQEhAgzKAQsCQCABLQAAQQlrDgRKAABKAAtB9QAhAgywAQsgAy0AKUEFRgRAQfYAIQIMsAELQfQAIQIMrwELIAEgBEYEQEGMASECDMgBCyADQRA2AgggAyABNgIEDAoLIAEgBEYEQEGLASECDMcBCwJAIAEtAABBCWsOBEcAAEcAC0HzACECDK0BCyABIARHBEAgA0EQNgIIIAMgATYCBEHxACECDK0BC0GKASECDMUBCwJAIAEgBEcEQANAIAEtAABBoNAAai0AACIAQQNHBEACQCAAQQFrDgJJAAQLQfAAIQIMrwELIAQgAUEBaiIBRw0AC0GIASECDMYBC0GIASECDMUBCyADQQA2AhwgAyABNgIUIANB2yA2AhAgA0EHNgIMQQAhAgzEAQsgASAERgRAQYkBIQIMxAELAkACQAJAIAEtAABBoNIAai0AAEEBaw4DRgIAAQtB8gAhAgysAQsgA0EANgIcIAMgATYCFCADQbQSNgIQIANBBzYCDEEAIQIMxAELQeoAIQIMqgELIAEgBEcEQCABQQFqIQFB7wAhAgyqAQtBhwEhAgzCAQsgBCABIgBGBEBBhgEhAgzCAQsgAC0AACIBQS9GBEAgAEEBaiEBQe4AIQIMqQELIAFBCWsiAkEXSw0BIAAhAUEBIAJ0QZuAgARxDUEMAQsgBCABIgBGBEBBhQEhAgzBAQsgAC0AAEEvRw0AIABBAWohAQwDC0EAIQIgA0EANgIcIAMgADYCFCADQdsgNgIQIANBBzYCDAy/AQsCQAJAAkACQAJAA0AgAS0AAEGgzgBqLQAAIgBBBUcEQAJAAkAgAEEBaw4IRwUGBwgABAEIC0HrACECDK0BCyABQQFqIQFB7QAhAgysAQsgBCABQQFqIgFHDQALQYQBIQIMwwELIAFBAWoMFAsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgzBAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgzAAQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDR4gA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy/AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMvgELIAEgBEYEQEGDASECDL4BCwJAIAEtAABBoM4Aai0AAEEBaw4IPgQFBgAIAgMHCyABQQFqIQELQQMhAgyjAQsgAUEBagwNC0EAIQIgA0EANgIcIANB0RI2AhAgA0EHNgIMIAMgAUEBajYCFAy6AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HbADYCHCADIAE2AhQgAyAANgIMQQAhAgy5AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0HdADYCHCADIAE2AhQgAyAANgIMQQAhAgy4AQsgAygCBCEAIANBADYCBCADIAAgARAsIgBFDRYgA0H6ADYCHCADIAE2AhQgAyAANgIMQQAhAgy3AQsgA0EANgIcIAMgATYCFCADQfkPNgIQIANBBzYCDEEAIQIMtgELQewAIQIMnAELIAEgBEYEQEGCASECDLUBCyABQQFqDAILIAEgBEYEQEGBASECDLQBCyABQQFqDAELIAEgBEYNASABQQFqCyEBQQQhAgyYAQtBgAEhAgywAQsDQCABLQAAQaDMAGotAAAiAEECRwRAIABBAUcEQEHpACECDJkBCwwxCyAEIAFBAWoiAUcNAAtB/wAhAgyvAQsgASAERgRAQf4AIQIMrwELAkAgAS0AAEEJaw43LwMGLwQGBgYGBgYGBgYGBgYGBgYGBgYFBgYCBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGAAYLIAFBAWoLIQFBBSECDJQBCyABQQFqDAYLIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMqwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMqgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0IIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMqQELIANBADYCHCADIAE2AhQgA0GNFDYCECADQQc2AgxBACECDKgBCwJAAkACQAJAA0AgAS0AAEGgygBqLQAAIgBBBUcEQAJAIABBAWsOBi4DBAUGAAYLQegAIQIMlAELIAQgAUEBaiIBRw0AC0H9ACECDKsBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQdsANgIcIAMgATYCFCADIAA2AgxBACECDKoBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQd0ANgIcIAMgATYCFCADIAA2AgxBACECDKkBCyADKAIEIQAgA0EANgIEIAMgACABECwiAEUNByADQfoANgIcIAMgATYCFCADIAA2AgxBACECDKgBCyADQQA2AhwgAyABNgIUIANB5Ag2AhAgA0EHNgIMQQAhAgynAQsgASAERg0BIAFBAWoLIQFBBiECDIwBC0H8ACECDKQBCwJAAkACQAJAA0AgAS0AAEGgyABqLQAAIgBBBUcEQCAAQQFrDgQpAgMEBQsgBCABQQFqIgFHDQALQfsAIQIMpwELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB2wA2AhwgAyABNgIUIAMgADYCDEEAIQIMpgELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB3QA2AhwgAyABNgIUIAMgADYCDEEAIQIMpQELIAMoAgQhACADQQA2AgQgAyAAIAEQLCIARQ0DIANB+gA2AhwgAyABNgIUIAMgADYCDEEAIQIMpAELIANBADYCHCADIAE2AhQgA0G8CjYCECADQQc2AgxBACECDKMBC0HPACECDIkBC0HRACECDIgBC0HnACECDIcBCyABIARGBEBB+gAhAgygAQsCQCABLQAAQQlrDgQgAAAgAAsgAUEBaiEBQeYAIQIMhgELIAEgBEYEQEH5ACECDJ8BCwJAIAEtAABBCWsOBB8AAB8AC0EAIQACQCADKAI4IgJFDQAgAigCOCICRQ0AIAMgAhEAACEACyAARQRAQeIBIQIMhgELIABBFUcEQCADQQA2AhwgAyABNgIUIANByQ02AhAgA0EaNgIMQQAhAgyfAQsgA0H4ADYCHCADIAE2AhQgA0HqGjYCECADQRU2AgxBACECDJ4BCyABIARHBEAgA0ENNgIIIAMgATYCBEHkACECDIUBC0H3ACECDJ0BCyABIARGBEBB9gAhAgydAQsCQAJAAkAgAS0AAEHIAGsOCwABCwsLCwsLCwsCCwsgAUEBaiEBQd0AIQIMhQELIAFBAWohAUHgACECDIQBCyABQQFqIQFB4wAhAgyDAQtB9QAhAiABIARGDZsBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbXVAGotAABHDQggAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJwBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIABEAgA0H0ADYCHCADIAE2AhQgAyAANgIMQQAhAgycAQtB4gAhAgyCAQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJwBC0HhACECDIIBCyADQfMANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMmgELIAMtACkiAEEja0ELSQ0JAkAgAEEGSw0AQQEgAHRBygBxRQ0ADAoLQQAhAiADQQA2AhwgAyABNgIUIANB7Qk2AhAgA0EINgIMDJkBC0HyACECIAEgBEYNmAEgAygCACIAIAQgAWtqIQUgASAAa0EBaiEGAkADQCABLQAAIABBs9UAai0AAEcNBSAAQQFGDQEgAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMmQELIAMoAgQhACADQgA3AwAgAyAAIAZBAWoiARArIgAEQCADQfEANgIcIAMgATYCFCADIAA2AgxBACECDJkBC0HfACECDH8LQQAhAAJAIAMoAjgiAkUNACACKAI0IgJFDQAgAyACEQAAIQALAkAgAARAIABBFUYNASADQQA2AhwgAyABNgIUIANB6g02AhAgA0EmNgIMQQAhAgyZAQtB3gAhAgx/CyADQfAANgIcIAMgATYCFCADQYAbNgIQIANBFTYCDEEAIQIMlwELIAMtAClBIUYNBiADQQA2AhwgAyABNgIUIANBkQo2AhAgA0EINgIMQQAhAgyWAQtB7wAhAiABIARGDZUBIAMoAgAiACAEIAFraiEFIAEgAGtBAmohBgJAA0AgAS0AACAAQbDVAGotAABHDQIgAEECRg0BIABBAWohACAEIAFBAWoiAUcNAAsgAyAFNgIADJYBCyADKAIEIQAgA0IANwMAIAMgACAGQQFqIgEQKyIARQ0CIANB7QA2AhwgAyABNgIUIAMgADYCDEEAIQIMlQELIANBADYCAAsgAygCBCEAIANBADYCBCADIAAgARArIgBFDYABIANB7gA2AhwgAyABNgIUIAMgADYCDEEAIQIMkwELQdwAIQIMeQtBACEAAkAgAygCOCICRQ0AIAIoAjQiAkUNACADIAIRAAAhAAsCQCAABEAgAEEVRg0BIANBADYCHCADIAE2AhQgA0HqDTYCECADQSY2AgxBACECDJMBC0HbACECDHkLIANB7AA2AhwgAyABNgIUIANBgBs2AhAgA0EVNgIMQQAhAgyRAQsgAy0AKSIAQSNJDQAgAEEuRg0AIANBADYCHCADIAE2AhQgA0HJCTYCECADQQg2AgxBACECDJABC0HaACECDHYLIAEgBEYEQEHrACECDI8BCwJAIAEtAABBL0YEQCABQQFqIQEMAQsgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDEEAIQIMjwELQdkAIQIMdQsgASAERwRAIANBDjYCCCADIAE2AgRB2AAhAgx1C0HqACECDI0BCyABIARGBEBB6QAhAgyNAQsgAS0AAEEwayIAQf8BcUEKSQRAIAMgADoAKiABQQFqIQFB1wAhAgx0CyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeiADQegANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyABIARGBEBB5wAhAgyMAQsCQCABLQAAQS5GBEAgAUEBaiEBDAELIAMoAgQhACADQQA2AgQgAyAAIAEQLyIARQ17IANB5gA2AhwgAyABNgIUIAMgADYCDEEAIQIMjAELQdYAIQIMcgsgASAERgRAQeUAIQIMiwELQQAhAEEBIQVBASEHQQAhAgJAAkACQAJAAkACfwJAAkACQAJAAkACQAJAIAEtAABBMGsOCgoJAAECAwQFBggLC0ECDAYLQQMMBQtBBAwEC0EFDAMLQQYMAgtBBwwBC0EICyECQQAhBUEAIQcMAgtBCSECQQEhAEEAIQVBACEHDAELQQAhBUEBIQILIAMgAjoAKyABQQFqIQECQAJAIAMtAC5BEHENAAJAAkACQCADLQAqDgMBAAIECyAHRQ0DDAILIAANAQwCCyAFRQ0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNAiADQeIANgIcIAMgATYCFCADIAA2AgxBACECDI0BCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNfSADQeMANgIcIAMgATYCFCADIAA2AgxBACECDIwBCyADKAIEIQAgA0EANgIEIAMgACABEC8iAEUNeyADQeQANgIcIAMgATYCFCADIAA2AgwMiwELQdQAIQIMcQsgAy0AKUEiRg2GAUHTACECDHALQQAhAAJAIAMoAjgiAkUNACACKAJEIgJFDQAgAyACEQAAIQALIABFBEBB1QAhAgxwCyAAQRVHBEAgA0EANgIcIAMgATYCFCADQaQNNgIQIANBITYCDEEAIQIMiQELIANB4QA2AhwgAyABNgIUIANB0Bo2AhAgA0EVNgIMQQAhAgyIAQsgASAERgRAQeAAIQIMiAELAkACQAJAAkACQCABLQAAQQprDgQBBAQABAsgAUEBaiEBDAELIAFBAWohASADQS9qLQAAQQFxRQ0BC0HSACECDHALIANBADYCHCADIAE2AhQgA0G2ETYCECADQQk2AgxBACECDIgBCyADQQA2AhwgAyABNgIUIANBthE2AhAgA0EJNgIMQQAhAgyHAQsgASAERgRAQd8AIQIMhwELIAEtAABBCkYEQCABQQFqIQEMCQsgAy0ALkHAAHENCCADQQA2AhwgAyABNgIUIANBthE2AhAgA0ECNgIMQQAhAgyGAQsgASAERgRAQd0AIQIMhgELIAEtAAAiAkENRgRAIAFBAWohAUHQACECDG0LIAEhACACQQlrDgQFAQEFAQsgBCABIgBGBEBB3AAhAgyFAQsgAC0AAEEKRw0AIABBAWoMAgtBACECIANBADYCHCADIAA2AhQgA0HKLTYCECADQQc2AgwMgwELIAEgBEYEQEHbACECDIMBCwJAIAEtAABBCWsOBAMAAAMACyABQQFqCyEBQc4AIQIMaAsgASAERgRAQdoAIQIMgQELIAEtAABBCWsOBAABAQABC0EAIQIgA0EANgIcIANBmhI2AhAgA0EHNgIMIAMgAUEBajYCFAx/CyADQYASOwEqQQAhAAJAIAMoAjgiAkUNACACKAI4IgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2QA2AhwgAyABNgIUIANB6ho2AhAgA0EVNgIMQQAhAgx+C0HNACECDGQLIANBADYCHCADIAE2AhQgA0HJDTYCECADQRo2AgxBACECDHwLIAEgBEYEQEHZACECDHwLIAEtAABBIEcNPSABQQFqIQEgAy0ALkEBcQ09IANBADYCHCADIAE2AhQgA0HCHDYCECADQR42AgxBACECDHsLIAEgBEYEQEHYACECDHsLAkACQAJAAkACQCABLQAAIgBBCmsOBAIDAwABCyABQQFqIQFBLCECDGULIABBOkcNASADQQA2AhwgAyABNgIUIANB5xE2AhAgA0EKNgIMQQAhAgx9CyABQQFqIQEgA0Evai0AAEEBcUUNcyADLQAyQYABcUUEQCADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALAkACQCAADhZNTEsBAQEBAQEBAQEBAQEBAQEBAQEAAQsgA0EpNgIcIAMgATYCFCADQawZNgIQIANBFTYCDEEAIQIMfgsgA0EANgIcIAMgATYCFCADQeULNgIQIANBETYCDEEAIQIMfQtBACEAAkAgAygCOCICRQ0AIAIoAlwiAkUNACADIAIRAAAhAAsgAEUNWSAAQRVHDQEgA0EFNgIcIAMgATYCFCADQZsbNgIQIANBFTYCDEEAIQIMfAtBywAhAgxiC0EAIQIgA0EANgIcIAMgATYCFCADQZAONgIQIANBFDYCDAx6CyADIAMvATJBgAFyOwEyDDsLIAEgBEcEQCADQRE2AgggAyABNgIEQcoAIQIMYAtB1wAhAgx4CyABIARGBEBB1gAhAgx4CwJAAkACQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxQeMAaw4TAEBAQEBAQEBAQEBAQAFAQEACA0ALIAFBAWohAUHGACECDGELIAFBAWohAUHHACECDGALIAFBAWohAUHIACECDF8LIAFBAWohAUHJACECDF4LQdUAIQIgBCABIgBGDXYgBCABayADKAIAIgFqIQYgACABa0EFaiEHA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0IQQQgAUEFRg0KGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAx2C0HUACECIAQgASIARg11IAQgAWsgAygCACIBaiEGIAAgAWtBD2ohBwNAIAFBgMgAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNB0EDIAFBD0YNCRogAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMdQtB0wAhAiAEIAEiAEYNdCAEIAFrIAMoAgAiAWohBiAAIAFrQQ5qIQcDQCABQeLHAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQYgAUEORg0HIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADHQLQdIAIQIgBCABIgBGDXMgBCABayADKAIAIgFqIQUgACABa0EBaiEGA0AgAUHgxwBqLQAAIAAtAAAiB0EgciAHIAdBwQBrQf8BcUEaSRtB/wFxRw0FIAFBAUYNAiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBTYCAAxzCyABIARGBEBB0QAhAgxzCwJAAkAgAS0AACIAQSByIAAgAEHBAGtB/wFxQRpJG0H/AXFB7gBrDgcAOTk5OTkBOQsgAUEBaiEBQcMAIQIMWgsgAUEBaiEBQcQAIQIMWQsgA0EANgIAIAZBAWohAUHFACECDFgLQdAAIQIgBCABIgBGDXAgBCABayADKAIAIgFqIQYgACABa0EJaiEHA0AgAUHWxwBqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0CQQIgAUEJRg0EGiABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxwC0HPACECIAQgASIARg1vIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwNAIAFB0McAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQVGDQIgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMbwsgACEBIANBADYCAAwzC0EBCzoALCADQQA2AgAgB0EBaiEBC0EtIQIMUgsCQANAIAEtAABB0MUAai0AAEEBRw0BIAQgAUEBaiIBRw0AC0HNACECDGsLQcIAIQIMUQsgASAERgRAQcwAIQIMagsgAS0AAEE6RgRAIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0zIANBywA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMagsgA0EANgIcIAMgATYCFCADQecRNgIQIANBCjYCDEEAIQIMaQsCQAJAIAMtACxBAmsOAgABJwsgA0Ezai0AAEECcUUNJiADLQAuQQJxDSYgA0EANgIcIAMgATYCFCADQaYUNgIQIANBCzYCDEEAIQIMaQsgAy0AMkEgcUUNJSADLQAuQQJxDSUgA0EANgIcIAMgATYCFCADQb0TNgIQIANBDzYCDEEAIQIMaAtBACEAAkAgAygCOCICRQ0AIAIoAkgiAkUNACADIAIRAAAhAAsgAEUEQEHBACECDE8LIABBFUcEQCADQQA2AhwgAyABNgIUIANBpg82AhAgA0EcNgIMQQAhAgxoCyADQcoANgIcIAMgATYCFCADQYUcNgIQIANBFTYCDEEAIQIMZwsgASAERwRAA0AgAS0AAEHAwQBqLQAAQQFHDRcgBCABQQFqIgFHDQALQcQAIQIMZwtBxAAhAgxmCyABIARHBEADQAJAIAEtAAAiAEEgciAAIABBwQBrQf8BcUEaSRtB/wFxIgBBCUYNACAAQSBGDQACQAJAAkACQCAAQeMAaw4TAAMDAwMDAwMBAwMDAwMDAwMDAgMLIAFBAWohAUE2IQIMUgsgAUEBaiEBQTchAgxRCyABQQFqIQFBOCECDFALDBULIAQgAUEBaiIBRw0AC0E8IQIMZgtBPCECDGULIAEgBEYEQEHIACECDGULIANBEjYCCCADIAE2AgQCQAJAAkACQAJAIAMtACxBAWsOBBQAAQIJCyADLQAyQSBxDQNB4AEhAgxPCwJAIAMvATIiAEEIcUUNACADLQAoQQFHDQAgAy0ALkEIcUUNAgsgAyAAQff7A3FBgARyOwEyDAsLIAMgAy8BMkEQcjsBMgwECyADQQA2AgQgAyABIAEQMSIABEAgA0HBADYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgxmCyABQQFqIQEMWAsgA0EANgIcIAMgATYCFCADQfQTNgIQIANBBDYCDEEAIQIMZAtBxwAhAiABIARGDWMgAygCACIAIAQgAWtqIQUgASAAa0EGaiEGAkADQCAAQcDFAGotAAAgAS0AAEEgckcNASAAQQZGDUogAEEBaiEAIAQgAUEBaiIBRw0ACyADIAU2AgAMZAsgA0EANgIADAULAkAgASAERwRAA0AgAS0AAEHAwwBqLQAAIgBBAUcEQCAAQQJHDQMgAUEBaiEBDAULIAQgAUEBaiIBRw0AC0HFACECDGQLQcUAIQIMYwsLIANBADoALAwBC0ELIQIMRwtBPyECDEYLAkACQANAIAEtAAAiAEEgRwRAAkAgAEEKaw4EAwUFAwALIABBLEYNAwwECyAEIAFBAWoiAUcNAAtBxgAhAgxgCyADQQg6ACwMDgsgAy0AKEEBRw0CIAMtAC5BCHENAiADKAIEIQAgA0EANgIEIAMgACABEDEiAARAIANBwgA2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMXwsgAUEBaiEBDFALQTshAgxECwJAA0AgAS0AACIAQSBHIABBCUdxDQEgBCABQQFqIgFHDQALQcMAIQIMXQsLQTwhAgxCCwJAAkAgASAERwRAA0AgAS0AACIAQSBHBEAgAEEKaw4EAwQEAwQLIAQgAUEBaiIBRw0AC0E/IQIMXQtBPyECDFwLIAMgAy8BMkEgcjsBMgwKCyADKAIEIQAgA0EANgIEIAMgACABEDEiAEUNTiADQT42AhwgAyABNgIUIAMgADYCDEEAIQIMWgsCQCABIARHBEADQCABLQAAQcDDAGotAAAiAEEBRwRAIABBAkYNAwwMCyAEIAFBAWoiAUcNAAtBNyECDFsLQTchAgxaCyABQQFqIQEMBAtBOyECIAQgASIARg1YIAQgAWsgAygCACIBaiEGIAAgAWtBBWohBwJAA0AgAUGQyABqLQAAIAAtAAAiBUEgciAFIAVBwQBrQf8BcUEaSRtB/wFxRw0BIAFBBUYEQEEHIQEMPwsgAUEBaiEBIAQgAEEBaiIARw0ACyADIAY2AgAMWQsgA0EANgIAIAAhAQwFC0E6IQIgBCABIgBGDVcgBCABayADKAIAIgFqIQYgACABa0EIaiEHAkADQCABQbTBAGotAAAgAC0AACIFQSByIAUgBUHBAGtB/wFxQRpJG0H/AXFHDQEgAUEIRgRAQQUhAQw+CyABQQFqIQEgBCAAQQFqIgBHDQALIAMgBjYCAAxYCyADQQA2AgAgACEBDAQLQTkhAiAEIAEiAEYNViAEIAFrIAMoAgAiAWohBiAAIAFrQQNqIQcCQANAIAFBsMEAai0AACAALQAAIgVBIHIgBSAFQcEAa0H/AXFBGkkbQf8BcUcNASABQQNGBEBBBiEBDD0LIAFBAWohASAEIABBAWoiAEcNAAsgAyAGNgIADFcLIANBADYCACAAIQEMAwsCQANAIAEtAAAiAEEgRwRAIABBCmsOBAcEBAcCCyAEIAFBAWoiAUcNAAtBOCECDFYLIABBLEcNASABQQFqIQBBASEBAkACQAJAAkACQCADLQAsQQVrDgQDAQIEAAsgACEBDAQLQQIhAQwBC0EEIQELIANBAToALCADIAMvATIgAXI7ATIgACEBDAELIAMgAy8BMkEIcjsBMiAAIQELQT4hAgw7CyADQQA6ACwLQTkhAgw5CyABIARGBEBBNiECDFILAkACQAJAAkACQCABLQAAQQprDgQAAgIBAgsgAygCBCEAIANBADYCBCADIAAgARAxIgBFDQIgA0EzNgIcIAMgATYCFCADIAA2AgxBACECDFULIAMoAgQhACADQQA2AgQgAyAAIAEQMSIARQRAIAFBAWohAQwGCyADQTI2AhwgAyAANgIMIAMgAUEBajYCFEEAIQIMVAsgAy0ALkEBcQRAQd8BIQIMOwsgAygCBCEAIANBADYCBCADIAAgARAxIgANAQxJC0E0IQIMOQsgA0E1NgIcIAMgATYCFCADIAA2AgxBACECDFELQTUhAgw3CyADQS9qLQAAQQFxDQAgA0EANgIcIAMgATYCFCADQesWNgIQIANBGTYCDEEAIQIMTwtBMyECDDULIAEgBEYEQEEyIQIMTgsCQCABLQAAQQpGBEAgAUEBaiEBDAELIANBADYCHCADIAE2AhQgA0GSFzYCECADQQM2AgxBACECDE4LQTIhAgw0CyABIARGBEBBMSECDE0LAkAgAS0AACIAQQlGDQAgAEEgRg0AQQEhAgJAIAMtACxBBWsOBAYEBQANCyADIAMvATJBCHI7ATIMDAsgAy0ALkEBcUUNASADLQAsQQhHDQAgA0EAOgAsC0E9IQIMMgsgA0EANgIcIAMgATYCFCADQcIWNgIQIANBCjYCDEEAIQIMSgtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgwGCyABIARGBEBBMCECDEcLIAEtAABBCkYEQCABQQFqIQEMAQsgAy0ALkEBcQ0AIANBADYCHCADIAE2AhQgA0HcKDYCECADQQI2AgxBACECDEYLQTAhAgwsCyABQQFqIQFBMSECDCsLIAEgBEYEQEEvIQIMRAsgAS0AACIAQQlHIABBIEdxRQRAIAFBAWohASADLQAuQQFxDQEgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDEEAIQIMRAtBASECAkACQAJAAkACQAJAIAMtACxBAmsOBwUEBAMBAgAECyADIAMvATJBCHI7ATIMAwtBAiECDAELQQQhAgsgA0EBOgAsIAMgAy8BMiACcjsBMgtBLyECDCsLIANBADYCHCADIAE2AhQgA0GEEzYCECADQQs2AgxBACECDEMLQeEBIQIMKQsgASAERgRAQS4hAgxCCyADQQA2AgQgA0ESNgIIIAMgASABEDEiAA0BC0EuIQIMJwsgA0EtNgIcIAMgATYCFCADIAA2AgxBACECDD8LQQAhAAJAIAMoAjgiAkUNACACKAJMIgJFDQAgAyACEQAAIQALIABFDQAgAEEVRw0BIANB2AA2AhwgAyABNgIUIANBsxs2AhAgA0EVNgIMQQAhAgw+C0HMACECDCQLIANBADYCHCADIAE2AhQgA0GzDjYCECADQR02AgxBACECDDwLIAEgBEYEQEHOACECDDwLIAEtAAAiAEEgRg0CIABBOkYNAQsgA0EAOgAsQQkhAgwhCyADKAIEIQAgA0EANgIEIAMgACABEDAiAA0BDAILIAMtAC5BAXEEQEHeASECDCALIAMoAgQhACADQQA2AgQgAyAAIAEQMCIARQ0CIANBKjYCHCADIAA2AgwgAyABQQFqNgIUQQAhAgw4CyADQcsANgIcIAMgADYCDCADIAFBAWo2AhRBACECDDcLIAFBAWohAUHAACECDB0LIAFBAWohAQwsCyABIARGBEBBKyECDDULAkAgAS0AAEEKRgRAIAFBAWohAQwBCyADLQAuQcAAcUUNBgsgAy0AMkGAAXEEQEEAIQACQCADKAI4IgJFDQAgAigCXCICRQ0AIAMgAhEAACEACyAARQ0SIABBFUYEQCADQQU2AhwgAyABNgIUIANBmxs2AhAgA0EVNgIMQQAhAgw2CyADQQA2AhwgAyABNgIUIANBkA42AhAgA0EUNgIMQQAhAgw1CyADQTJqIQIgAxA1QQAhAAJAIAMoAjgiBkUNACAGKAIoIgZFDQAgAyAGEQAAIQALIAAOFgIBAAQEBAQEBAQEBAQEBAQEBAQEBAMECyADQQE6ADALIAIgAi8BAEHAAHI7AQALQSshAgwYCyADQSk2AhwgAyABNgIUIANBrBk2AhAgA0EVNgIMQQAhAgwwCyADQQA2AhwgAyABNgIUIANB5Qs2AhAgA0ERNgIMQQAhAgwvCyADQQA2AhwgAyABNgIUIANBpQs2AhAgA0ECNgIMQQAhAgwuC0EBIQcgAy8BMiIFQQhxRQRAIAMpAyBCAFIhBwsCQCADLQAwBEBBASEAIAMtAClBBUYNASAFQcAAcUUgB3FFDQELAkAgAy0AKCICQQJGBEBBASEAIAMvATQiBkHlAEYNAkEAIQAgBUHAAHENAiAGQeQARg0CIAZB5gBrQQJJDQIgBkHMAUYNAiAGQbACRg0CDAELQQAhACAFQcAAcQ0BC0ECIQAgBUEIcQ0AIAVBgARxBEACQCACQQFHDQAgAy0ALkEKcQ0AQQUhAAwCC0EEIQAMAQsgBUEgcUUEQCADEDZBAEdBAnQhAAwBC0EAQQMgAykDIFAbIQALIABBAWsOBQIABwEDBAtBESECDBMLIANBAToAMQwpC0EAIQICQCADKAI4IgBFDQAgACgCMCIARQ0AIAMgABEAACECCyACRQ0mIAJBFUYEQCADQQM2AhwgAyABNgIUIANB0hs2AhAgA0EVNgIMQQAhAgwrC0EAIQIgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDAwqCyADQQA2AhwgAyABNgIUIANB+SA2AhAgA0EPNgIMQQAhAgwpC0EAIQACQCADKAI4IgJFDQAgAigCMCICRQ0AIAMgAhEAACEACyAADQELQQ4hAgwOCyAAQRVGBEAgA0ECNgIcIAMgATYCFCADQdIbNgIQIANBFTYCDEEAIQIMJwsgA0EANgIcIAMgATYCFCADQd0ONgIQIANBEjYCDEEAIQIMJgtBKiECDAwLIAEgBEcEQCADQQk2AgggAyABNgIEQSkhAgwMC0EmIQIMJAsgAyADKQMgIgwgBCABa60iCn0iC0IAIAsgDFgbNwMgIAogDFQEQEElIQIMJAsgAygCBCEAIANBADYCBCADIAAgASAMp2oiARAyIgBFDQAgA0EFNgIcIAMgATYCFCADIAA2AgxBACECDCMLQQ8hAgwJC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAS0AAEEwaw43FxYAAQIDBAUGBxQUFBQUFBQICQoLDA0UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFA4PEBESExQLQgIhCgwWC0IDIQoMFQtCBCEKDBQLQgUhCgwTC0IGIQoMEgtCByEKDBELQgghCgwQC0IJIQoMDwtCCiEKDA4LQgshCgwNC0IMIQoMDAtCDSEKDAsLQg4hCgwKC0IPIQoMCQtCCiEKDAgLQgshCgwHC0IMIQoMBgtCDSEKDAULQg4hCgwEC0IPIQoMAwsgA0EANgIcIAMgATYCFCADQZ8VNgIQIANBDDYCDEEAIQIMIQsgASAERgRAQSIhAgwhC0IAIQoCQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAIAEtAABBMGsONxUUAAECAwQFBgcWFhYWFhYWCAkKCwwNFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYODxAREhMWC0ICIQoMFAtCAyEKDBMLQgQhCgwSC0IFIQoMEQtCBiEKDBALQgchCgwPC0IIIQoMDgtCCSEKDA0LQgohCgwMC0ILIQoMCwtCDCEKDAoLQg0hCgwJC0IOIQoMCAtCDyEKDAcLQgohCgwGC0ILIQoMBQtCDCEKDAQLQg0hCgwDC0IOIQoMAgtCDyEKDAELQgEhCgsgAUEBaiEBIAMpAyAiC0L//////////w9YBEAgAyALQgSGIAqENwMgDAILIANBADYCHCADIAE2AhQgA0G1CTYCECADQQw2AgxBACECDB4LQSchAgwEC0EoIQIMAwsgAyABOgAsIANBADYCACAHQQFqIQFBDCECDAILIANBADYCACAGQQFqIQFBCiECDAELIAFBAWohAUEIIQIMAAsAC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwXC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwWC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwVC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwUC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwTC0EAIQIgA0EANgIcIAMgATYCFCADQbI4NgIQIANBCDYCDAwSC0EAIQIgA0EANgIcIAMgATYCFCADQYMRNgIQIANBCTYCDAwRC0EAIQIgA0EANgIcIAMgATYCFCADQd8KNgIQIANBCTYCDAwQC0EAIQIgA0EANgIcIAMgATYCFCADQe0QNgIQIANBCTYCDAwPC0EAIQIgA0EANgIcIAMgATYCFCADQdIRNgIQIANBCTYCDAwOC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwNC0EAIQIgA0EANgIcIAMgATYCFCADQbkXNgIQIANBDzYCDAwMC0EAIQIgA0EANgIcIAMgATYCFCADQZkTNgIQIANBCzYCDAwLC0EAIQIgA0EANgIcIAMgATYCFCADQZ0JNgIQIANBCzYCDAwKC0EAIQIgA0EANgIcIAMgATYCFCADQZcQNgIQIANBCjYCDAwJC0EAIQIgA0EANgIcIAMgATYCFCADQbEQNgIQIANBCjYCDAwIC0EAIQIgA0EANgIcIAMgATYCFCADQbsdNgIQIANBAjYCDAwHC0EAIQIgA0EANgIcIAMgATYCFCADQZYWNgIQIANBAjYCDAwGC0EAIQIgA0EANgIcIAMgATYCFCADQfkYNgIQIANBAjYCDAwFC0EAIQIgA0EANgIcIAMgATYCFCADQcQYNgIQIANBAjYCDAwECyADQQI2AhwgAyABNgIUIANBqR42AhAgA0EWNgIMQQAhAgwDC0HeACECIAEgBEYNAiAJQQhqIQcgAygCACEFAkACQCABIARHBEAgBUGWyABqIQggBCAFaiABayEGIAVBf3NBCmoiBSABaiEAA0AgAS0AACAILQAARwRAQQIhCAwDCyAFRQRAQQAhCCAAIQEMAwsgBUEBayEFIAhBAWohCCAEIAFBAWoiAUcNAAsgBiEFIAQhAQsgB0EBNgIAIAMgBTYCAAwBCyADQQA2AgAgByAINgIACyAHIAE2AgQgCSgCDCEAAkACQCAJKAIIQQFrDgIEAQALIANBADYCHCADQcIeNgIQIANBFzYCDCADIABBAWo2AhRBACECDAMLIANBADYCHCADIAA2AhQgA0HXHjYCECADQQk2AgxBACECDAILIAEgBEYEQEEoIQIMAgsgA0EJNgIIIAMgATYCBEEnIQIMAQsgASAERgRAQQEhAgwBCwNAAkACQAJAIAEtAABBCmsOBAABAQABCyABQQFqIQEMAQsgAUEBaiEBIAMtAC5BIHENAEEAIQIgA0EANgIcIAMgATYCFCADQaEhNgIQIANBBTYCDAwCC0EBIQIgASAERw0ACwsgCUEQaiQAIAJFBEAgAygCDCEADAELIAMgAjYCHEEAIQAgAygCBCIBRQ0AIAMgASAEIAMoAggRAQAiAUUNACADIAQ2AhQgAyABNgIMIAEhAAsgAAu+AgECfyAAQQA6AAAgAEHkAGoiAUEBa0EAOgAAIABBADoAAiAAQQA6AAEgAUEDa0EAOgAAIAFBAmtBADoAACAAQQA6AAMgAUEEa0EAOgAAQQAgAGtBA3EiASAAaiIAQQA2AgBB5AAgAWtBfHEiAiAAaiIBQQRrQQA2AgACQCACQQlJDQAgAEEANgIIIABBADYCBCABQQhrQQA2AgAgAUEMa0EANgIAIAJBGUkNACAAQQA2AhggAEEANgIUIABBADYCECAAQQA2AgwgAUEQa0EANgIAIAFBFGtBADYCACABQRhrQQA2AgAgAUEca0EANgIAIAIgAEEEcUEYciICayIBQSBJDQAgACACaiEAA0AgAEIANwMYIABCADcDECAAQgA3AwggAEIANwMAIABBIGohACABQSBrIgFBH0sNAAsLC1YBAX8CQCAAKAIMDQACQAJAAkACQCAALQAxDgMBAAMCCyAAKAI4IgFFDQAgASgCMCIBRQ0AIAAgAREAACIBDQMLQQAPCwALIABByhk2AhBBDiEBCyABCxoAIAAoAgxFBEAgAEHeHzYCECAAQRU2AgwLCxQAIAAoAgxBFUYEQCAAQQA2AgwLCxQAIAAoAgxBFkYEQCAAQQA2AgwLCwcAIAAoAgwLBwAgACgCEAsJACAAIAE2AhALBwAgACgCFAsrAAJAIABBJ08NAEL//////wkgAK2IQgGDUA0AIABBAnRB0DhqKAIADwsACxcAIABBL08EQAALIABBAnRB7DlqKAIAC78JAQF/QfQtIQECQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQCAAQeQAaw70A2NiAAFhYWFhYWECAwQFYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQYHCAkKCwwNDg9hYWFhYRBhYWFhYWFhYWFhYRFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWESExQVFhcYGRobYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYRwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1NmE3ODk6YWFhYWFhYWE7YWFhPGFhYWE9Pj9hYWFhYWFhYUBhYUFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFCQ0RFRkdISUpLTE1OT1BRUlNhYWFhYWFhYVRVVldYWVpbYVxdYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhXmFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYV9gYQtB6iwPC0GYJg8LQe0xDwtBoDcPC0HJKQ8LQbQpDwtBli0PC0HrKw8LQaI1DwtB2zQPC0HgKQ8LQeMkDwtB1SQPC0HuJA8LQeYlDwtByjQPC0HQNw8LQao1DwtB9SwPC0H2Jg8LQYIiDwtB8jMPC0G+KA8LQec3DwtBzSEPC0HAIQ8LQbglDwtByyUPC0GWJA8LQY80DwtBzTUPC0HdKg8LQe4zDwtBnDQPC0GeMQ8LQfQ1DwtB5SIPC0GvJQ8LQZkxDwtBsjYPC0H5Ng8LQcQyDwtB3SwPC0GCMQ8LQcExDwtBjTcPC0HJJA8LQew2DwtB5yoPC0HIIw8LQeIhDwtByTcPC0GlIg8LQZQiDwtB2zYPC0HeNQ8LQYYmDwtBvCsPC0GLMg8LQaAjDwtB9jAPC0GALA8LQYkrDwtBpCYPC0HyIw8LQYEoDwtBqzIPC0HrJw8LQcI2DwtBoiQPC0HPKg8LQdwjDwtBhycPC0HkNA8LQbciDwtBrTEPC0HVIg8LQa80DwtB3iYPC0HWMg8LQfQ0DwtBgTgPC0H0Nw8LQZI2DwtBnScPC0GCKQ8LQY0jDwtB1zEPC0G9NQ8LQbQ3DwtB2DAPC0G2Jw8LQZo4DwtBpyoPC0HEJw8LQa4jDwtB9SIPCwALQcomIQELIAELFwAgACAALwEuQf7/A3EgAUEAR3I7AS4LGgAgACAALwEuQf3/A3EgAUEAR0EBdHI7AS4LGgAgACAALwEuQfv/A3EgAUEAR0ECdHI7AS4LGgAgACAALwEuQff/A3EgAUEAR0EDdHI7AS4LGgAgACAALwEuQe//A3EgAUEAR0EEdHI7AS4LGgAgACAALwEuQd//A3EgAUEAR0EFdHI7AS4LGgAgACAALwEuQb//A3EgAUEAR0EGdHI7AS4LGgAgACAALwEuQf/+A3EgAUEAR0EHdHI7AS4LGgAgACAALwEuQf/9A3EgAUEAR0EIdHI7AS4LGgAgACAALwEuQf/7A3EgAUEAR0EJdHI7AS4LPgECfwJAIAAoAjgiA0UNACADKAIEIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHhEjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIIIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH8ETYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIMIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHsCjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIQIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH6HjYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIUIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHLEDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIYIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG3HzYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIcIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEG/FTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIsIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEH+CDYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIgIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEGMHTYCEEEYIQQLIAQLPgECfwJAIAAoAjgiA0UNACADKAIkIgNFDQAgACABIAIgAWsgAxEBACIEQX9HDQAgAEHmFTYCEEEYIQQLIAQLOAAgAAJ/IAAvATJBFHFBFEYEQEEBIAAtAChBAUYNARogAC8BNEHlAEYMAQsgAC0AKUEFRgs6ADALWQECfwJAIAAtAChBAUYNACAALwE0IgFB5ABrQeQASQ0AIAFBzAFGDQAgAUGwAkYNACAALwEyIgBBwABxDQBBASECIABBiARxQYAERg0AIABBKHFFIQILIAILjAEBAn8CQAJAAkAgAC0AKkUNACAALQArRQ0AIAAvATIiAUECcUUNAQwCCyAALwEyIgFBAXFFDQELQQEhAiAALQAoQQFGDQAgAC8BNCIAQeQAa0HkAEkNACAAQcwBRg0AIABBsAJGDQAgAUHAAHENAEEAIQIgAUGIBHFBgARGDQAgAUEocUEARyECCyACC1cAIABBGGpCADcDACAAQgA3AwAgAEE4akIANwMAIABBMGpCADcDACAAQShqQgA3AwAgAEEgakIANwMAIABBEGpCADcDACAAQQhqQgA3AwAgAEH9ATYCHAsGACAAEDoLmi0BC38jAEEQayIKJABB3NUAKAIAIglFBEBBnNkAKAIAIgVFBEBBqNkAQn83AgBBoNkAQoCAhICAgMAANwIAQZzZACAKQQhqQXBxQdiq1aoFcyIFNgIAQbDZAEEANgIAQYDZAEEANgIAC0GE2QBBwNkENgIAQdTVAEHA2QQ2AgBB6NUAIAU2AgBB5NUAQX82AgBBiNkAQcCmAzYCAANAIAFBgNYAaiABQfTVAGoiAjYCACACIAFB7NUAaiIDNgIAIAFB+NUAaiADNgIAIAFBiNYAaiABQfzVAGoiAzYCACADIAI2AgAgAUGQ1gBqIAFBhNYAaiICNgIAIAIgAzYCACABQYzWAGogAjYCACABQSBqIgFBgAJHDQALQczZBEGBpgM2AgBB4NUAQazZACgCADYCAEHQ1QBBgKYDNgIAQdzVAEHI2QQ2AgBBzP8HQTg2AgBByNkEIQkLAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAEHsAU0EQEHE1QAoAgAiBkEQIABBE2pBcHEgAEELSRsiBEEDdiIAdiIBQQNxBEACQCABQQFxIAByQQFzIgJBA3QiAEHs1QBqIgEgAEH01QBqKAIAIgAoAggiA0YEQEHE1QAgBkF+IAJ3cTYCAAwBCyABIAM2AgggAyABNgIMCyAAQQhqIQEgACACQQN0IgJBA3I2AgQgACACaiIAIAAoAgRBAXI2AgQMEQtBzNUAKAIAIgggBE8NASABBEACQEECIAB0IgJBACACa3IgASAAdHFoIgBBA3QiAkHs1QBqIgEgAkH01QBqKAIAIgIoAggiA0YEQEHE1QAgBkF+IAB3cSIGNgIADAELIAEgAzYCCCADIAE2AgwLIAIgBEEDcjYCBCAAQQN0IgAgBGshBSAAIAJqIAU2AgAgAiAEaiIEIAVBAXI2AgQgCARAIAhBeHFB7NUAaiEAQdjVACgCACEDAn9BASAIQQN2dCIBIAZxRQRAQcTVACABIAZyNgIAIAAMAQsgACgCCAsiASADNgIMIAAgAzYCCCADIAA2AgwgAyABNgIICyACQQhqIQFB2NUAIAQ2AgBBzNUAIAU2AgAMEQtByNUAKAIAIgtFDQEgC2hBAnRB9NcAaigCACIAKAIEQXhxIARrIQUgACECA0ACQCACKAIQIgFFBEAgAkEUaigCACIBRQ0BCyABKAIEQXhxIARrIgMgBUkhAiADIAUgAhshBSABIAAgAhshACABIQIMAQsLIAAoAhghCSAAKAIMIgMgAEcEQEHU1QAoAgAaIAMgACgCCCIBNgIIIAEgAzYCDAwQCyAAQRRqIgIoAgAiAUUEQCAAKAIQIgFFDQMgAEEQaiECCwNAIAIhByABIgNBFGoiAigCACIBDQAgA0EQaiECIAMoAhAiAQ0ACyAHQQA2AgAMDwtBfyEEIABBv39LDQAgAEETaiIBQXBxIQRByNUAKAIAIghFDQBBACAEayEFAkACQAJAAn9BACAEQYACSQ0AGkEfIARB////B0sNABogBEEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+agsiBkECdEH01wBqKAIAIgJFBEBBACEBQQAhAwwBC0EAIQEgBEEZIAZBAXZrQQAgBkEfRxt0IQBBACEDA0ACQCACKAIEQXhxIARrIgcgBU8NACACIQMgByIFDQBBACEFIAIhAQwDCyABIAJBFGooAgAiByAHIAIgAEEddkEEcWpBEGooAgAiAkYbIAEgBxshASAAQQF0IQAgAg0ACwsgASADckUEQEEAIQNBAiAGdCIAQQAgAGtyIAhxIgBFDQMgAGhBAnRB9NcAaigCACEBCyABRQ0BCwNAIAEoAgRBeHEgBGsiAiAFSSEAIAIgBSAAGyEFIAEgAyAAGyEDIAEoAhAiAAR/IAAFIAFBFGooAgALIgENAAsLIANFDQAgBUHM1QAoAgAgBGtPDQAgAygCGCEHIAMgAygCDCIARwRAQdTVACgCABogACADKAIIIgE2AgggASAANgIMDA4LIANBFGoiAigCACIBRQRAIAMoAhAiAUUNAyADQRBqIQILA0AgAiEGIAEiAEEUaiICKAIAIgENACAAQRBqIQIgACgCECIBDQALIAZBADYCAAwNC0HM1QAoAgAiAyAETwRAQdjVACgCACEBAkAgAyAEayICQRBPBEAgASAEaiIAIAJBAXI2AgQgASADaiACNgIAIAEgBEEDcjYCBAwBCyABIANBA3I2AgQgASADaiIAIAAoAgRBAXI2AgRBACEAQQAhAgtBzNUAIAI2AgBB2NUAIAA2AgAgAUEIaiEBDA8LQdDVACgCACIDIARLBEAgBCAJaiIAIAMgBGsiAUEBcjYCBEHc1QAgADYCAEHQ1QAgATYCACAJIARBA3I2AgQgCUEIaiEBDA8LQQAhASAEAn9BnNkAKAIABEBBpNkAKAIADAELQajZAEJ/NwIAQaDZAEKAgISAgIDAADcCAEGc2QAgCkEMakFwcUHYqtWqBXM2AgBBsNkAQQA2AgBBgNkAQQA2AgBBgIAECyIAIARBxwBqIgVqIgZBACAAayIHcSICTwRAQbTZAEEwNgIADA8LAkBB/NgAKAIAIgFFDQBB9NgAKAIAIgggAmohACAAIAFNIAAgCEtxDQBBACEBQbTZAEEwNgIADA8LQYDZAC0AAEEEcQ0EAkACQCAJBEBBhNkAIQEDQCABKAIAIgAgCU0EQCAAIAEoAgRqIAlLDQMLIAEoAggiAQ0ACwtBABA7IgBBf0YNBSACIQZBoNkAKAIAIgFBAWsiAyAAcQRAIAIgAGsgACADakEAIAFrcWohBgsgBCAGTw0FIAZB/v///wdLDQVB/NgAKAIAIgMEQEH02AAoAgAiByAGaiEBIAEgB00NBiABIANLDQYLIAYQOyIBIABHDQEMBwsgBiADayAHcSIGQf7///8HSw0EIAYQOyEAIAAgASgCACABKAIEakYNAyAAIQELAkAgBiAEQcgAak8NACABQX9GDQBBpNkAKAIAIgAgBSAGa2pBACAAa3EiAEH+////B0sEQCABIQAMBwsgABA7QX9HBEAgACAGaiEGIAEhAAwHC0EAIAZrEDsaDAQLIAEiAEF/Rw0FDAMLQQAhAwwMC0EAIQAMCgsgAEF/Rw0CC0GA2QBBgNkAKAIAQQRyNgIACyACQf7///8HSw0BIAIQOyEAQQAQOyEBIABBf0YNASABQX9GDQEgACABTw0BIAEgAGsiBiAEQThqTQ0BC0H02ABB9NgAKAIAIAZqIgE2AgBB+NgAKAIAIAFJBEBB+NgAIAE2AgALAkACQAJAQdzVACgCACICBEBBhNkAIQEDQCAAIAEoAgAiAyABKAIEIgVqRg0CIAEoAggiAQ0ACwwCC0HU1QAoAgAiAUEARyAAIAFPcUUEQEHU1QAgADYCAAtBACEBQYjZACAGNgIAQYTZACAANgIAQeTVAEF/NgIAQejVAEGc2QAoAgA2AgBBkNkAQQA2AgADQCABQYDWAGogAUH01QBqIgI2AgAgAiABQezVAGoiAzYCACABQfjVAGogAzYCACABQYjWAGogAUH81QBqIgM2AgAgAyACNgIAIAFBkNYAaiABQYTWAGoiAjYCACACIAM2AgAgAUGM1gBqIAI2AgAgAUEgaiIBQYACRw0AC0F4IABrQQ9xIgEgAGoiAiAGQThrIgMgAWsiAUEBcjYCBEHg1QBBrNkAKAIANgIAQdDVACABNgIAQdzVACACNgIAIAAgA2pBODYCBAwCCyAAIAJNDQAgAiADSQ0AIAEoAgxBCHENAEF4IAJrQQ9xIgAgAmoiA0HQ1QAoAgAgBmoiByAAayIAQQFyNgIEIAEgBSAGajYCBEHg1QBBrNkAKAIANgIAQdDVACAANgIAQdzVACADNgIAIAIgB2pBODYCBAwBCyAAQdTVACgCAEkEQEHU1QAgADYCAAsgACAGaiEDQYTZACEBAkACQAJAA0AgAyABKAIARwRAIAEoAggiAQ0BDAILCyABLQAMQQhxRQ0BC0GE2QAhAQNAIAEoAgAiAyACTQRAIAMgASgCBGoiBSACSw0DCyABKAIIIQEMAAsACyABIAA2AgAgASABKAIEIAZqNgIEIABBeCAAa0EPcWoiCSAEQQNyNgIEIANBeCADa0EPcWoiBiAEIAlqIgRrIQEgAiAGRgRAQdzVACAENgIAQdDVAEHQ1QAoAgAgAWoiADYCACAEIABBAXI2AgQMCAtB2NUAKAIAIAZGBEBB2NUAIAQ2AgBBzNUAQczVACgCACABaiIANgIAIAQgAEEBcjYCBCAAIARqIAA2AgAMCAsgBigCBCIFQQNxQQFHDQYgBUF4cSEIIAVB/wFNBEAgBUEDdiEDIAYoAggiACAGKAIMIgJGBEBBxNUAQcTVACgCAEF+IAN3cTYCAAwHCyACIAA2AgggACACNgIMDAYLIAYoAhghByAGIAYoAgwiAEcEQCAAIAYoAggiAjYCCCACIAA2AgwMBQsgBkEUaiICKAIAIgVFBEAgBigCECIFRQ0EIAZBEGohAgsDQCACIQMgBSIAQRRqIgIoAgAiBQ0AIABBEGohAiAAKAIQIgUNAAsgA0EANgIADAQLQXggAGtBD3EiASAAaiIHIAZBOGsiAyABayIBQQFyNgIEIAAgA2pBODYCBCACIAVBNyAFa0EPcWpBP2siAyADIAJBEGpJGyIDQSM2AgRB4NUAQazZACgCADYCAEHQ1QAgATYCAEHc1QAgBzYCACADQRBqQYzZACkCADcCACADQYTZACkCADcCCEGM2QAgA0EIajYCAEGI2QAgBjYCAEGE2QAgADYCAEGQ2QBBADYCACADQSRqIQEDQCABQQc2AgAgBSABQQRqIgFLDQALIAIgA0YNACADIAMoAgRBfnE2AgQgAyADIAJrIgU2AgAgAiAFQQFyNgIEIAVB/wFNBEAgBUF4cUHs1QBqIQACf0HE1QAoAgAiAUEBIAVBA3Z0IgNxRQRAQcTVACABIANyNgIAIAAMAQsgACgCCAsiASACNgIMIAAgAjYCCCACIAA2AgwgAiABNgIIDAELQR8hASAFQf///wdNBEAgBUEmIAVBCHZnIgBrdkEBcSAAQQF0a0E+aiEBCyACIAE2AhwgAkIANwIQIAFBAnRB9NcAaiEAQcjVACgCACIDQQEgAXQiBnFFBEAgACACNgIAQcjVACADIAZyNgIAIAIgADYCGCACIAI2AgggAiACNgIMDAELIAVBGSABQQF2a0EAIAFBH0cbdCEBIAAoAgAhAwJAA0AgAyIAKAIEQXhxIAVGDQEgAUEddiEDIAFBAXQhASAAIANBBHFqQRBqIgYoAgAiAw0ACyAGIAI2AgAgAiAANgIYIAIgAjYCDCACIAI2AggMAQsgACgCCCIBIAI2AgwgACACNgIIIAJBADYCGCACIAA2AgwgAiABNgIIC0HQ1QAoAgAiASAETQ0AQdzVACgCACIAIARqIgIgASAEayIBQQFyNgIEQdDVACABNgIAQdzVACACNgIAIAAgBEEDcjYCBCAAQQhqIQEMCAtBACEBQbTZAEEwNgIADAcLQQAhAAsgB0UNAAJAIAYoAhwiAkECdEH01wBqIgMoAgAgBkYEQCADIAA2AgAgAA0BQcjVAEHI1QAoAgBBfiACd3E2AgAMAgsgB0EQQRQgBygCECAGRhtqIAA2AgAgAEUNAQsgACAHNgIYIAYoAhAiAgRAIAAgAjYCECACIAA2AhgLIAZBFGooAgAiAkUNACAAQRRqIAI2AgAgAiAANgIYCyABIAhqIQEgBiAIaiIGKAIEIQULIAYgBUF+cTYCBCABIARqIAE2AgAgBCABQQFyNgIEIAFB/wFNBEAgAUF4cUHs1QBqIQACf0HE1QAoAgAiAkEBIAFBA3Z0IgFxRQRAQcTVACABIAJyNgIAIAAMAQsgACgCCAsiASAENgIMIAAgBDYCCCAEIAA2AgwgBCABNgIIDAELQR8hBSABQf///wdNBEAgAUEmIAFBCHZnIgBrdkEBcSAAQQF0a0E+aiEFCyAEIAU2AhwgBEIANwIQIAVBAnRB9NcAaiEAQcjVACgCACICQQEgBXQiA3FFBEAgACAENgIAQcjVACACIANyNgIAIAQgADYCGCAEIAQ2AgggBCAENgIMDAELIAFBGSAFQQF2a0EAIAVBH0cbdCEFIAAoAgAhAAJAA0AgACICKAIEQXhxIAFGDQEgBUEddiEAIAVBAXQhBSACIABBBHFqQRBqIgMoAgAiAA0ACyADIAQ2AgAgBCACNgIYIAQgBDYCDCAEIAQ2AggMAQsgAigCCCIAIAQ2AgwgAiAENgIIIARBADYCGCAEIAI2AgwgBCAANgIICyAJQQhqIQEMAgsCQCAHRQ0AAkAgAygCHCIBQQJ0QfTXAGoiAigCACADRgRAIAIgADYCACAADQFByNUAIAhBfiABd3EiCDYCAAwCCyAHQRBBFCAHKAIQIANGG2ogADYCACAARQ0BCyAAIAc2AhggAygCECIBBEAgACABNgIQIAEgADYCGAsgA0EUaigCACIBRQ0AIABBFGogATYCACABIAA2AhgLAkAgBUEPTQRAIAMgBCAFaiIAQQNyNgIEIAAgA2oiACAAKAIEQQFyNgIEDAELIAMgBGoiAiAFQQFyNgIEIAMgBEEDcjYCBCACIAVqIAU2AgAgBUH/AU0EQCAFQXhxQezVAGohAAJ/QcTVACgCACIBQQEgBUEDdnQiBXFFBEBBxNUAIAEgBXI2AgAgAAwBCyAAKAIICyIBIAI2AgwgACACNgIIIAIgADYCDCACIAE2AggMAQtBHyEBIAVB////B00EQCAFQSYgBUEIdmciAGt2QQFxIABBAXRrQT5qIQELIAIgATYCHCACQgA3AhAgAUECdEH01wBqIQBBASABdCIEIAhxRQRAIAAgAjYCAEHI1QAgBCAIcjYCACACIAA2AhggAiACNgIIIAIgAjYCDAwBCyAFQRkgAUEBdmtBACABQR9HG3QhASAAKAIAIQQCQANAIAQiACgCBEF4cSAFRg0BIAFBHXYhBCABQQF0IQEgACAEQQRxakEQaiIGKAIAIgQNAAsgBiACNgIAIAIgADYCGCACIAI2AgwgAiACNgIIDAELIAAoAggiASACNgIMIAAgAjYCCCACQQA2AhggAiAANgIMIAIgATYCCAsgA0EIaiEBDAELAkAgCUUNAAJAIAAoAhwiAUECdEH01wBqIgIoAgAgAEYEQCACIAM2AgAgAw0BQcjVACALQX4gAXdxNgIADAILIAlBEEEUIAkoAhAgAEYbaiADNgIAIANFDQELIAMgCTYCGCAAKAIQIgEEQCADIAE2AhAgASADNgIYCyAAQRRqKAIAIgFFDQAgA0EUaiABNgIAIAEgAzYCGAsCQCAFQQ9NBEAgACAEIAVqIgFBA3I2AgQgACABaiIBIAEoAgRBAXI2AgQMAQsgACAEaiIHIAVBAXI2AgQgACAEQQNyNgIEIAUgB2ogBTYCACAIBEAgCEF4cUHs1QBqIQFB2NUAKAIAIQMCf0EBIAhBA3Z0IgIgBnFFBEBBxNUAIAIgBnI2AgAgAQwBCyABKAIICyICIAM2AgwgASADNgIIIAMgATYCDCADIAI2AggLQdjVACAHNgIAQczVACAFNgIACyAAQQhqIQELIApBEGokACABC0MAIABFBEA/AEEQdA8LAkAgAEH//wNxDQAgAEEASA0AIABBEHZAACIAQX9GBEBBtNkAQTA2AgBBfw8LIABBEHQPCwALC5lCIgBBgAgLDQEAAAAAAAAAAgAAAAMAQZgICwUEAAAABQBBqAgLCQYAAAAHAAAACABB5AgLwjJJbnZhbGlkIGNoYXIgaW4gdXJsIHF1ZXJ5AFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fYm9keQBDb250ZW50LUxlbmd0aCBvdmVyZmxvdwBDaHVuayBzaXplIG92ZXJmbG93AEludmFsaWQgbWV0aG9kIGZvciBIVFRQL3gueCByZXF1ZXN0AEludmFsaWQgbWV0aG9kIGZvciBSVFNQL3gueCByZXF1ZXN0AEV4cGVjdGVkIFNPVVJDRSBtZXRob2QgZm9yIElDRS94LnggcmVxdWVzdABJbnZhbGlkIGNoYXIgaW4gdXJsIGZyYWdtZW50IHN0YXJ0AEV4cGVjdGVkIGRvdABTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3N0YXR1cwBJbnZhbGlkIHJlc3BvbnNlIHN0YXR1cwBFeHBlY3RlZCBMRiBhZnRlciBoZWFkZXJzAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMAVXNlciBjYWxsYmFjayBlcnJvcgBgb25fcmVzZXRgIGNhbGxiYWNrIGVycm9yAGBvbl9jaHVua19oZWFkZXJgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2JlZ2luYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX3ZhbHVlYCBjYWxsYmFjayBlcnJvcgBgb25fc3RhdHVzX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fdmVyc2lvbl9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3VybF9jb21wbGV0ZWAgY2FsbGJhY2sgZXJyb3IAYG9uX3Byb3RvY29sX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9oZWFkZXJfdmFsdWVfY29tcGxldGVgIGNhbGxiYWNrIGVycm9yAGBvbl9tZXNzYWdlX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fbWV0aG9kX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25faGVhZGVyX2ZpZWxkX2NvbXBsZXRlYCBjYWxsYmFjayBlcnJvcgBgb25fY2h1bmtfZXh0ZW5zaW9uX25hbWVgIGNhbGxiYWNrIGVycm9yAFVuZXhwZWN0ZWQgY2hhciBpbiB1cmwgc2VydmVyAEludmFsaWQgaGVhZGVyIHZhbHVlIGNoYXIASW52YWxpZCBoZWFkZXIgZmllbGQgY2hhcgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3ZlcnNpb24ASW52YWxpZCBtaW5vciB2ZXJzaW9uAEludmFsaWQgbWFqb3IgdmVyc2lvbgBFeHBlY3RlZCBzcGFjZSBhZnRlciB2ZXJzaW9uAEV4cGVjdGVkIENSTEYgYWZ0ZXIgdmVyc2lvbgBJbnZhbGlkIEhUVFAgdmVyc2lvbgBJbnZhbGlkIGhlYWRlciB0b2tlbgBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX3VybABJbnZhbGlkIGNoYXJhY3RlcnMgaW4gdXJsAFVuZXhwZWN0ZWQgc3RhcnQgY2hhciBpbiB1cmwARG91YmxlIEAgaW4gdXJsAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fcHJvdG9jb2wARW1wdHkgQ29udGVudC1MZW5ndGgASW52YWxpZCBjaGFyYWN0ZXIgaW4gQ29udGVudC1MZW5ndGgAVHJhbnNmZXItRW5jb2RpbmcgY2FuJ3QgYmUgcHJlc2VudCB3aXRoIENvbnRlbnQtTGVuZ3RoAER1cGxpY2F0ZSBDb250ZW50LUxlbmd0aABJbnZhbGlkIGNoYXIgaW4gdXJsIHBhdGgAQ29udGVudC1MZW5ndGggY2FuJ3QgYmUgcHJlc2VudCB3aXRoIFRyYW5zZmVyLUVuY29kaW5nAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgc2l6ZQBFeHBlY3RlZCBMRiBhZnRlciBjaHVuayBzaXplAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIHNpemUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfdmFsdWUAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9jaHVua19leHRlbnNpb25fdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyB2YWx1ZQBVbmV4cGVjdGVkIHdoaXRlc3BhY2UgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgaGVhZGVyIHZhbHVlAE1pc3NpbmcgZXhwZWN0ZWQgTEYgYWZ0ZXIgaGVhZGVyIHZhbHVlAEludmFsaWQgYFRyYW5zZmVyLUVuY29kaW5nYCBoZWFkZXIgdmFsdWUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciBjaHVuayBleHRlbnNpb24gdmFsdWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBxdW90ZSB2YWx1ZQBJbnZhbGlkIHF1b3RlZC1wYWlyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAEludmFsaWQgY2hhcmFjdGVyIGluIGNodW5rIGV4dGVuc2lvbnMgcXVvdGVkIHZhbHVlAFBhdXNlZCBieSBvbl9oZWFkZXJzX2NvbXBsZXRlAEludmFsaWQgRU9GIHN0YXRlAG9uX3Jlc2V0IHBhdXNlAG9uX2NodW5rX2hlYWRlciBwYXVzZQBvbl9tZXNzYWdlX2JlZ2luIHBhdXNlAG9uX2NodW5rX2V4dGVuc2lvbl92YWx1ZSBwYXVzZQBvbl9zdGF0dXNfY29tcGxldGUgcGF1c2UAb25fdmVyc2lvbl9jb21wbGV0ZSBwYXVzZQBvbl91cmxfY29tcGxldGUgcGF1c2UAb25fcHJvdG9jb2xfY29tcGxldGUgcGF1c2UAb25fY2h1bmtfY29tcGxldGUgcGF1c2UAb25faGVhZGVyX3ZhbHVlX2NvbXBsZXRlIHBhdXNlAG9uX21lc3NhZ2VfY29tcGxldGUgcGF1c2UAb25fbWV0aG9kX2NvbXBsZXRlIHBhdXNlAG9uX2hlYWRlcl9maWVsZF9jb21wbGV0ZSBwYXVzZQBvbl9jaHVua19leHRlbnNpb25fbmFtZSBwYXVzZQBVbmV4cGVjdGVkIHNwYWNlIGFmdGVyIHN0YXJ0IGxpbmUATWlzc2luZyBleHBlY3RlZCBDUiBhZnRlciByZXNwb25zZSBsaW5lAFNwYW4gY2FsbGJhY2sgZXJyb3IgaW4gb25fY2h1bmtfZXh0ZW5zaW9uX25hbWUASW52YWxpZCBjaGFyYWN0ZXIgaW4gY2h1bmsgZXh0ZW5zaW9ucyBuYW1lAE1pc3NpbmcgZXhwZWN0ZWQgQ1IgYWZ0ZXIgY2h1bmsgZXh0ZW5zaW9uIG5hbWUASW52YWxpZCBzdGF0dXMgY29kZQBQYXVzZSBvbiBDT05ORUNUL1VwZ3JhZGUAUGF1c2Ugb24gUFJJL1VwZ3JhZGUARXhwZWN0ZWQgSFRUUC8yIENvbm5lY3Rpb24gUHJlZmFjZQBTcGFuIGNhbGxiYWNrIGVycm9yIGluIG9uX21ldGhvZABFeHBlY3RlZCBzcGFjZSBhZnRlciBtZXRob2QAU3BhbiBjYWxsYmFjayBlcnJvciBpbiBvbl9oZWFkZXJfZmllbGQAUGF1c2VkAEludmFsaWQgd29yZCBlbmNvdW50ZXJlZABJbnZhbGlkIG1ldGhvZCBlbmNvdW50ZXJlZABNaXNzaW5nIGV4cGVjdGVkIENSIGFmdGVyIGNodW5rIGRhdGEARXhwZWN0ZWQgTEYgYWZ0ZXIgY2h1bmsgZGF0YQBVbmV4cGVjdGVkIGNoYXIgaW4gdXJsIHNjaGVtYQBSZXF1ZXN0IGhhcyBpbnZhbGlkIGBUcmFuc2Zlci1FbmNvZGluZ2AARGF0YSBhZnRlciBgQ29ubmVjdGlvbjogY2xvc2VgAFNXSVRDSF9QUk9YWQBVU0VfUFJPWFkATUtBQ1RJVklUWQBVTlBST0NFU1NBQkxFX0VOVElUWQBRVUVSWQBDT1BZAE1PVkVEX1BFUk1BTkVOVExZAFRPT19FQVJMWQBOT1RJRlkARkFJTEVEX0RFUEVOREVOQ1kAQkFEX0dBVEVXQVkAUExBWQBQVVQAQ0hFQ0tPVVQAR0FURVdBWV9USU1FT1VUAFJFUVVFU1RfVElNRU9VVABORVRXT1JLX0NPTk5FQ1RfVElNRU9VVABDT05ORUNUSU9OX1RJTUVPVVQATE9HSU5fVElNRU9VVABORVRXT1JLX1JFQURfVElNRU9VVABQT1NUAE1JU0RJUkVDVEVEX1JFUVVFU1QAQ0xJRU5UX0NMT1NFRF9SRVFVRVNUAENMSUVOVF9DTE9TRURfTE9BRF9CQUxBTkNFRF9SRVFVRVNUAEJBRF9SRVFVRVNUAEhUVFBfUkVRVUVTVF9TRU5UX1RPX0hUVFBTX1BPUlQAUkVQT1JUAElNX0FfVEVBUE9UAFJFU0VUX0NPTlRFTlQATk9fQ09OVEVOVABQQVJUSUFMX0NPTlRFTlQASFBFX0lOVkFMSURfQ09OU1RBTlQASFBFX0NCX1JFU0VUAEdFVABIUEVfU1RSSUNUAENPTkZMSUNUAFRFTVBPUkFSWV9SRURJUkVDVABQRVJNQU5FTlRfUkVESVJFQ1QAQ09OTkVDVABNVUxUSV9TVEFUVVMASFBFX0lOVkFMSURfU1RBVFVTAFRPT19NQU5ZX1JFUVVFU1RTAEVBUkxZX0hJTlRTAFVOQVZBSUxBQkxFX0ZPUl9MRUdBTF9SRUFTT05TAE9QVElPTlMAU1dJVENISU5HX1BST1RPQ09MUwBWQVJJQU5UX0FMU09fTkVHT1RJQVRFUwBNVUxUSVBMRV9DSE9JQ0VTAElOVEVSTkFMX1NFUlZFUl9FUlJPUgBXRUJfU0VSVkVSX1VOS05PV05fRVJST1IAUkFJTEdVTl9FUlJPUgBJREVOVElUWV9QUk9WSURFUl9BVVRIRU5USUNBVElPTl9FUlJPUgBTU0xfQ0VSVElGSUNBVEVfRVJST1IASU5WQUxJRF9YX0ZPUldBUkRFRF9GT1IAU0VUX1BBUkFNRVRFUgBHRVRfUEFSQU1FVEVSAEhQRV9VU0VSAFNFRV9PVEhFUgBIUEVfQ0JfQ0hVTktfSEVBREVSAEV4cGVjdGVkIExGIGFmdGVyIENSAE1LQ0FMRU5EQVIAU0VUVVAAV0VCX1NFUlZFUl9JU19ET1dOAFRFQVJET1dOAEhQRV9DTE9TRURfQ09OTkVDVElPTgBIRVVSSVNUSUNfRVhQSVJBVElPTgBESVNDT05ORUNURURfT1BFUkFUSU9OAE5PTl9BVVRIT1JJVEFUSVZFX0lORk9STUFUSU9OAEhQRV9JTlZBTElEX1ZFUlNJT04ASFBFX0NCX01FU1NBR0VfQkVHSU4AU0lURV9JU19GUk9aRU4ASFBFX0lOVkFMSURfSEVBREVSX1RPS0VOAElOVkFMSURfVE9LRU4ARk9SQklEREVOAEVOSEFOQ0VfWU9VUl9DQUxNAEhQRV9JTlZBTElEX1VSTABCTE9DS0VEX0JZX1BBUkVOVEFMX0NPTlRST0wATUtDT0wAQUNMAEhQRV9JTlRFUk5BTABSRVFVRVNUX0hFQURFUl9GSUVMRFNfVE9PX0xBUkdFX1VOT0ZGSUNJQUwASFBFX09LAFVOTElOSwBVTkxPQ0sAUFJJAFJFVFJZX1dJVEgASFBFX0lOVkFMSURfQ09OVEVOVF9MRU5HVEgASFBFX1VORVhQRUNURURfQ09OVEVOVF9MRU5HVEgARkxVU0gAUFJPUFBBVENIAE0tU0VBUkNIAFVSSV9UT09fTE9ORwBQUk9DRVNTSU5HAE1JU0NFTExBTkVPVVNfUEVSU0lTVEVOVF9XQVJOSU5HAE1JU0NFTExBTkVPVVNfV0FSTklORwBIUEVfSU5WQUxJRF9UUkFOU0ZFUl9FTkNPRElORwBFeHBlY3RlZCBDUkxGAEhQRV9JTlZBTElEX0NIVU5LX1NJWkUATU9WRQBDT05USU5VRQBIUEVfQ0JfU1RBVFVTX0NPTVBMRVRFAEhQRV9DQl9IRUFERVJTX0NPTVBMRVRFAEhQRV9DQl9WRVJTSU9OX0NPTVBMRVRFAEhQRV9DQl9VUkxfQ09NUExFVEUASFBFX0NCX1BST1RPQ09MX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19DT01QTEVURQBIUEVfQ0JfSEVBREVSX1ZBTFVFX0NPTVBMRVRFAEhQRV9DQl9DSFVOS19FWFRFTlNJT05fVkFMVUVfQ09NUExFVEUASFBFX0NCX0NIVU5LX0VYVEVOU0lPTl9OQU1FX0NPTVBMRVRFAEhQRV9DQl9NRVNTQUdFX0NPTVBMRVRFAEhQRV9DQl9NRVRIT0RfQ09NUExFVEUASFBFX0NCX0hFQURFUl9GSUVMRF9DT01QTEVURQBERUxFVEUASFBFX0lOVkFMSURfRU9GX1NUQVRFAElOVkFMSURfU1NMX0NFUlRJRklDQVRFAFBBVVNFAE5PX1JFU1BPTlNFAFVOU1VQUE9SVEVEX01FRElBX1RZUEUAR09ORQBOT1RfQUNDRVBUQUJMRQBTRVJWSUNFX1VOQVZBSUxBQkxFAFJBTkdFX05PVF9TQVRJU0ZJQUJMRQBPUklHSU5fSVNfVU5SRUFDSEFCTEUAUkVTUE9OU0VfSVNfU1RBTEUAUFVSR0UATUVSR0UAUkVRVUVTVF9IRUFERVJfRklFTERTX1RPT19MQVJHRQBSRVFVRVNUX0hFQURFUl9UT09fTEFSR0UAUEFZTE9BRF9UT09fTEFSR0UASU5TVUZGSUNJRU5UX1NUT1JBR0UASFBFX1BBVVNFRF9VUEdSQURFAEhQRV9QQVVTRURfSDJfVVBHUkFERQBTT1VSQ0UAQU5OT1VOQ0UAVFJBQ0UASFBFX1VORVhQRUNURURfU1BBQ0UAREVTQ1JJQkUAVU5TVUJTQ1JJQkUAUkVDT1JEAEhQRV9JTlZBTElEX01FVEhPRABOT1RfRk9VTkQAUFJPUEZJTkQAVU5CSU5EAFJFQklORABVTkFVVEhPUklaRUQATUVUSE9EX05PVF9BTExPV0VEAEhUVFBfVkVSU0lPTl9OT1RfU1VQUE9SVEVEAEFMUkVBRFlfUkVQT1JURUQAQUNDRVBURUQATk9UX0lNUExFTUVOVEVEAExPT1BfREVURUNURUQASFBFX0NSX0VYUEVDVEVEAEhQRV9MRl9FWFBFQ1RFRABDUkVBVEVEAElNX1VTRUQASFBFX1BBVVNFRABUSU1FT1VUX09DQ1VSRUQAUEFZTUVOVF9SRVFVSVJFRABQUkVDT05ESVRJT05fUkVRVUlSRUQAUFJPWFlfQVVUSEVOVElDQVRJT05fUkVRVUlSRUQATkVUV09SS19BVVRIRU5USUNBVElPTl9SRVFVSVJFRABMRU5HVEhfUkVRVUlSRUQAU1NMX0NFUlRJRklDQVRFX1JFUVVJUkVEAFVQR1JBREVfUkVRVUlSRUQAUEFHRV9FWFBJUkVEAFBSRUNPTkRJVElPTl9GQUlMRUQARVhQRUNUQVRJT05fRkFJTEVEAFJFVkFMSURBVElPTl9GQUlMRUQAU1NMX0hBTkRTSEFLRV9GQUlMRUQATE9DS0VEAFRSQU5TRk9STUFUSU9OX0FQUExJRUQATk9UX01PRElGSUVEAE5PVF9FWFRFTkRFRABCQU5EV0lEVEhfTElNSVRfRVhDRUVERUQAU0lURV9JU19PVkVSTE9BREVEAEhFQUQARXhwZWN0ZWQgSFRUUC8sIFJUU1AvIG9yIElDRS8A5xUAAK8VAACkEgAAkhoAACYWAACeFAAA2xkAAHkVAAB+EgAA/hQAADYVAAALFgAA2BYAAPMSAABCGAAArBYAABIVAAAUFwAA7xcAAEgUAABxFwAAshoAAGsZAAB+GQAANRQAAIIaAABEFwAA/RYAAB4YAACHFwAAqhkAAJMSAAAHGAAALBcAAMoXAACkFwAA5xUAAOcVAABYFwAAOxgAAKASAAAtHAAAwxEAAEgRAADeEgAAQhMAAKQZAAD9EAAA9xUAAKUVAADvFgAA+BkAAEoWAABWFgAA9RUAAAoaAAAIGgAAARoAAKsVAABCEgAA1xAAAEwRAAAFGQAAVBYAAB4RAADKGQAAyBkAAE4WAAD/GAAAcRQAAPAVAADuFQAAlBkAAPwVAAC/GQAAmxkAAHwUAABDEQAAcBgAAJUUAAAnFAAAGRQAANUSAADUGQAARBYAAPcQAEG5OwsBAQBB0DsL4AEBAQIBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEDAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBuj0LBAEAAAIAQdE9C14DBAMDAwMDAAADAwADAwADAwMDAwMDAwMDAAUAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAwADAEG6PwsEAQAAAgBB0T8LXgMAAwMDAwMAAAMDAAMDAAMDAwMDAwMDAwMABAAFAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwADAAMAQbDBAAsNbG9zZWVlcC1hbGl2ZQBBycEACwEBAEHgwQAL4AEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQBBycMACwEBAEHgwwAL5wEBAQEBAQEBAQEBAQECAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAWNodW5rZWQAQfHFAAteAQABAQEBAQAAAQEAAQEAAQEBAQEBAQEBAQAAAAAAAAABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQAAAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAAEAAQBB0McACyFlY3Rpb25lbnQtbGVuZ3Rob25yb3h5LWNvbm5lY3Rpb24AQYDIAAsgcmFuc2Zlci1lbmNvZGluZ3BncmFkZQ0KDQpTTQ0KDQoAQanIAAsFAQIAAQMAQcDIAAtfBAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanKAAsFAQIAAQMAQcDKAAtfBAUFBgUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAQanMAAsEAQAAAQBBwcwAC14CAgACAgICAgICAgICAgICAgICAgICAgICAgICAgIAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAEGpzgALBQECAAEDAEHAzgALXwQFAAAFBQUFBQUFBQUFBQYFBQUFBQUFBQUFBQUABQAHCAUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQAFAAUABQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUAAAAFAEGp0AALBQEBAAEBAEHA0AALAQEAQdrQAAtBAgAAAAAAAAMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAAAAAAAAAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAQanSAAsFAQEAAQEAQcDSAAsBAQBBytIACwYCAAAAAAIAQeHSAAs6AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMAAAAAAAADAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwBBoNQAC50BTk9VTkNFRUNLT1VUTkVDVEVURUNSSUJFTFVTSEVURUFEU0VBUkNIUkdFQ1RJVklUWUxFTkRBUlZFT1RJRllQVElPTlNDSFNFQVlTVEFUQ0hHRVVFUllPUkRJUkVDVE9SVFJDSFBBUkFNRVRFUlVSQ0VCU0NSSUJFQVJET1dOQUNFSU5ETktDS1VCU0NSSUJFVFRQQ0VUU1BBRFRQLw==";
	let wasmBuffer;
	Object.defineProperty(module, "exports", { get: () => {
		return wasmBuffer ? wasmBuffer : wasmBuffer = Buffer.from(wasmBase64, "base64");
	} });
}));
// node_modules/undici/lib/llhttp/llhttp_simd-wasm.js
var require_llhttp_simd_wasm = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = void 0;
}));
// node_modules/undici/lib/web/fetch/body.js
var require_body = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = {};
}));
// node_modules/undici/lib/dispatcher/client-h1.js
var require_client_h1 = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const assert = __nccwpck_require__(4589);
	const util = require_util();
	const { channels } = require_diagnostics();
	const timers = require_timers();
	const { RequestContentLengthMismatchError, ResponseContentLengthMismatchError, RequestAbortedError, InvalidArgumentError, HeadersTimeoutError, HeadersOverflowError, SocketError, InformationalError, BodyTimeoutError, HTTPParserError, WebAssemblyNotSupportedError, ResponseExceededMaxSizeError } = require_errors();
	const { kUrl, kReset, kClient, kParser, kBlocking, kRunning, kPending, kSize, kWriting, kQueue, kNoRef, kKeepAliveDefaultTimeout, kHostHeader, kPendingIdx, kRunningIdx, kError, kPipelining, kSocket, kKeepAliveTimeoutValue, kMaxHeadersSize, kKeepAliveMaxTimeout, kKeepAliveTimeoutThreshold, kHeadersTimeout, kBodyTimeout, kStrictContentLength, kMaxRequests, kCounter, kMaxResponseSize, kOnError, kResume, kHTTPContext, kClosed, kUseMilo } = require_symbols();
	const constants = require_constants();
	const { H1Parser, getMiloEnabled } = {};
	const EMPTY_BUF = Buffer.alloc(0);
	const FastBuffer = Buffer[Symbol.species];
	const removeAllListeners = util.removeAllListeners;
	const kIdleSocketValidation = Symbol("kIdleSocketValidation");
	const kIdleSocketValidationTimeout = Symbol("kIdleSocketValidationTimeout");
	const kSocketUsed = Symbol("kSocketUsed");
	const kTypeOfService = Symbol("kTypeOfService");
	let extractBody;
	function lazyllhttp() {
		if (typeof WebAssembly === "undefined") throw new WebAssemblyNotSupportedError();
		const llhttpWasmData = process.env.JEST_WORKER_ID ? require_llhttp_wasm() : void 0;
		let mod;
		let useWasmSIMD = true;
		if (process.arch === "riscv64") useWasmSIMD = false;
		else if (process.arch === "ppc64") {
			const [major, minor] = process.versions.node.split(".").map((n) => parseInt(n, 10));
			if (major < 24 || major === 24 && minor < 12) useWasmSIMD = false;
		}
		if (process.env.UNDICI_NO_WASM_SIMD === "1") useWasmSIMD = false;
		else if (process.env.UNDICI_NO_WASM_SIMD === "0") useWasmSIMD = true;
		if (useWasmSIMD) try {
			mod = new WebAssembly.Module(require_llhttp_simd_wasm());
		} catch {}
		if (!mod) mod = new WebAssembly.Module(llhttpWasmData || require_llhttp_wasm());
		return new WebAssembly.Instance(mod, { env: {
			wasm_on_url: (p, at, len) => {
				return 0;
			},
			wasm_on_status: (p, at, len) => {
				assert(currentParser.ptr === p);
				const start = at - currentBufferPtr + currentBufferRef.byteOffset;
				return currentParser.onStatus(new FastBuffer(currentBufferRef.buffer, start, len));
			},
			wasm_on_message_begin: (p) => {
				assert(currentParser.ptr === p);
				return currentParser.onMessageBegin();
			},
			wasm_on_header_field: (p, at, len) => {
				assert(currentParser.ptr === p);
				const start = at - currentBufferPtr + currentBufferRef.byteOffset;
				return currentParser.onHeaderField(new FastBuffer(currentBufferRef.buffer, start, len));
			},
			wasm_on_header_value: (p, at, len) => {
				assert(currentParser.ptr === p);
				const start = at - currentBufferPtr + currentBufferRef.byteOffset;
				return currentParser.onHeaderValue(new FastBuffer(currentBufferRef.buffer, start, len));
			},
			wasm_on_headers_complete: (p, statusCode, upgrade, shouldKeepAlive) => {
				assert(currentParser.ptr === p);
				return currentParser.onHeadersComplete(statusCode, upgrade === 1, shouldKeepAlive === 1);
			},
			wasm_on_body: (p, at, len) => {
				assert(currentParser.ptr === p);
				const start = at - currentBufferPtr + currentBufferRef.byteOffset;
				return currentParser.onBody(new FastBuffer(currentBufferRef.buffer, start, len));
			},
			wasm_on_message_complete: (p) => {
				assert(currentParser.ptr === p);
				return currentParser.onMessageComplete();
			}
		} });
	}
	let llhttpInstance = null;
	let currentParser = null;
	let currentBufferRef = null;
	let currentBufferSize = 0;
	let currentBufferPtr = null;
	let currentBuffer = null;
	const USE_FAST_TIMER = 1;
	const TIMEOUT_HEADERS = 3;
	const TIMEOUT_BODY = 5;
	const TIMEOUT_KEEP_ALIVE = 8;
	var Parser = class {
		constructor(client, socket, { exports }) {
			this.llhttp = exports;
			this.ptr = this.llhttp.llhttp_alloc(constants.TYPE.RESPONSE);
			this.client = client;
			this.socket = socket;
			this.timeout = null;
			this.timeoutWeakRef = new WeakRef(this);
			this.timeoutValue = null;
			this.timeoutType = null;
			this.statusCode = 0;
			this.statusText = "";
			this.upgrade = false;
			this.headers = [];
			this.headersSize = 0;
			this.headersMaxSize = client[kMaxHeadersSize];
			this.shouldKeepAlive = false;
			this.paused = false;
			this.resume = this.resume.bind(this);
			this.bytesRead = 0;
			this.keepAlive = "";
			this.contentLength = -1;
			this.hasTransferEncoding = false;
			this.connection = "";
			this.maxResponseSize = client[kMaxResponseSize];
		}
		setTimeout(delay, type) {
			if (delay !== this.timeoutValue || type & USE_FAST_TIMER ^ this.timeoutType & USE_FAST_TIMER) {
				if (this.timeout) {
					timers.clearTimeout(this.timeout);
					this.timeout = null;
				}
				if (delay) {
					if (type & USE_FAST_TIMER) this.timeout = timers.setFastTimeout(onParserTimeout, delay, this.timeoutWeakRef);
					else {
						this.timeout = setTimeout(onParserTimeout, delay, this.timeoutWeakRef);
						this.timeout?.unref();
					}
				}
				this.timeoutValue = delay;
			} else if (this.timeout) {
				if (this.timeout.refresh) this.timeout.refresh();
			}
			this.timeoutType = type;
		}
		resume() {
			if (this.socket.destroyed || !this.paused) return;
			assert(this.ptr != null);
			assert(currentParser === null);
			this.llhttp.llhttp_resume(this.ptr);
			assert(this.timeoutType === TIMEOUT_BODY);
			if (this.timeout) {
				if (this.timeout.refresh) this.timeout.refresh();
			}
			this.paused = false;
			this.execute(this.socket.read() || EMPTY_BUF);
			this.readMore();
		}
		readMore() {
			while (!this.paused && this.ptr) {
				const chunk = this.socket.read();
				if (chunk === null) break;
				this.execute(chunk);
			}
		}
		execute(chunk) {
			assert(currentParser === null);
			assert(this.ptr != null);
			assert(!this.paused);
			const { socket, llhttp } = this;
			if (chunk.length > currentBufferSize) {
				if (currentBufferPtr) llhttp.free(currentBufferPtr);
				currentBufferSize = Math.ceil(chunk.length / 4096) * 4096;
				currentBufferPtr = llhttp.malloc(currentBufferSize);
			}
			if (currentBuffer === null || currentBuffer.buffer !== llhttp.memory.buffer || currentBuffer.byteOffset !== currentBufferPtr || currentBuffer.byteLength !== currentBufferSize) currentBuffer = new Uint8Array(llhttp.memory.buffer, currentBufferPtr, currentBufferSize);
			currentBuffer.set(chunk);
			try {
				let ret;
				try {
					currentBufferRef = chunk;
					currentParser = this;
					ret = llhttp.llhttp_execute(this.ptr, currentBufferPtr, chunk.length);
				} finally {
					currentParser = null;
					currentBufferRef = null;
				}
				if (ret !== constants.ERROR.OK) {
					const data = chunk.subarray(llhttp.llhttp_get_error_pos(this.ptr) - currentBufferPtr);
					if (ret === constants.ERROR.PAUSED_UPGRADE) this.onUpgrade(data);
					else if (ret === constants.ERROR.PAUSED) {
						this.paused = true;
						socket.unshift(data);
					} else throw this.createError(ret, data);
				}
			} catch (err) {
				util.destroy(socket, err);
			}
		}
		finish() {
			assert(currentParser === null);
			assert(this.ptr != null);
			const { llhttp } = this;
			if (this.paused) {
				let data;
				do {
					llhttp.llhttp_resume(this.ptr);
					this.paused = false;
					data = this.socket.read() || EMPTY_BUF;
					this.execute(data);
				} while (this.paused && data.length > 0);
				if (this.paused) {
					llhttp.llhttp_resume(this.ptr);
					this.paused = false;
				}
			}
			let ret;
			try {
				currentParser = this;
				ret = llhttp.llhttp_finish(this.ptr);
			} finally {
				currentParser = null;
			}
			if (ret === constants.ERROR.OK) return null;
			if (ret === constants.ERROR.PAUSED || ret === constants.ERROR.PAUSED_UPGRADE) {
				this.paused = true;
				return null;
			}
			return this.createError(ret, EMPTY_BUF);
		}
		createError(ret, data) {
			const { llhttp, contentLength, bytesRead } = this;
			if (contentLength !== -1 && bytesRead !== contentLength) return new ResponseContentLengthMismatchError();
			const ptr = llhttp.llhttp_get_error_reason(this.ptr);
			let message = "";
			if (ptr) {
				const len = new Uint8Array(llhttp.memory.buffer, ptr).indexOf(0);
				message = "Response does not match the HTTP/1.1 protocol (" + Buffer.from(llhttp.memory.buffer, ptr, len).toString() + ")";
			}
			return new HTTPParserError(message, constants.ERROR[ret], data);
		}
		destroy() {
			assert(currentParser === null);
			assert(this.ptr != null);
			this.llhttp.llhttp_free(this.ptr);
			this.ptr = null;
			this.timeout && timers.clearTimeout(this.timeout);
			this.timeout = null;
			this.timeoutValue = null;
			this.timeoutType = null;
			this.paused = false;
		}
		onStatus(buf) {
			this.statusText = buf.toString();
			return 0;
		}
		onMessageBegin() {
			const { socket, client } = this;
			if (socket.destroyed) return -1;
			if (client[kRunning] === 0) {
				util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket)));
				return -1;
			}
			const request = client[kQueue][client[kRunningIdx]];
			if (!request) return -1;
			request.onResponseStarted();
			return 0;
		}
		onHeaderField(buf) {
			const len = this.headers.length;
			if ((len & 1) === 0) this.headers.push(buf);
			else this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf]);
			this.trackHeader(buf.length);
			return 0;
		}
		onHeaderValue(buf) {
			let len = this.headers.length;
			const isContinuation = (len & 1) === 0;
			if ((len & 1) === 1) {
				this.headers.push(buf);
				len += 1;
			} else this.headers[len - 1] = Buffer.concat([this.headers[len - 1], buf]);
			const key = this.headers[len - 2];
			if (key.length === 10) {
				const headerName = util.bufferToLowerCasedHeaderName(key);
				if (headerName === "keep-alive") this.keepAlive += (isContinuation || this.keepAlive.length === 0 ? "" : ",") + buf.toString();
				else if (headerName === "connection") this.connection += (isContinuation || this.connection.length === 0 ? "" : ",") + buf.toString();
			} else if (key.length === 14 && util.bufferToLowerCasedHeaderName(key) === "content-length") {
				if (this.contentLength === -1) this.contentLength = 0;
				for (let i = 0; i < buf.length; i++) this.contentLength = this.contentLength * 10 + (buf[i] - 48);
			} else if (key.length === 17 && util.bufferToLowerCasedHeaderName(key) === "transfer-encoding") this.hasTransferEncoding = true;
			this.trackHeader(buf.length);
			return 0;
		}
		trackHeader(len) {
			this.headersSize += len;
			if (this.headersSize >= this.headersMaxSize) util.destroy(this.socket, new HeadersOverflowError());
		}
		onUpgrade(head) {
			const { upgrade, client, socket, headers, statusCode, statusText } = this;
			assert(upgrade);
			assert(client[kSocket] === socket);
			assert(!socket.destroyed);
			assert(!this.paused);
			assert((headers.length & 1) === 0);
			const request = client[kQueue][client[kRunningIdx]];
			assert(request);
			assert(request.upgrade || request.method === "CONNECT");
			this.statusCode = 0;
			this.statusText = "";
			this.shouldKeepAlive = false;
			this.headers = [];
			this.headersSize = 0;
			socket.unshift(head);
			socket[kParser].destroy();
			socket[kParser] = null;
			socket[kClient] = null;
			socket[kError] = null;
			removeAllListeners(socket);
			client[kSocket] = null;
			client[kHTTPContext] = null;
			client[kQueue][client[kRunningIdx]++] = null;
			client.emit("disconnect", client[kUrl], [client], new InformationalError("upgrade"));
			try {
				request.onRequestUpgrade(statusCode, headers, socket, statusText);
			} catch (err) {
				util.errorRequest(client, request, err);
				util.destroy(socket, err);
			}
			client[kResume]();
		}
		onHeadersComplete(statusCode, upgrade, shouldKeepAlive) {
			const { client, socket, headers, statusText } = this;
			if (socket.destroyed) return -1;
			if (client[kRunning] === 0) {
				util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket)));
				return -1;
			}
			const request = client[kQueue][client[kRunningIdx]];
			if (!request) return -1;
			assert(!this.upgrade);
			assert(this.statusCode < 200);
			if (statusCode === 100) {
				util.destroy(socket, new SocketError("bad response", util.getSocketInfo(socket)));
				return -1;
			}
			if (upgrade && !request.upgrade) {
				util.destroy(socket, new SocketError("bad upgrade", util.getSocketInfo(socket)));
				return -1;
			}
			assert(this.timeoutType === TIMEOUT_HEADERS);
			this.statusCode = statusCode;
			this.shouldKeepAlive = shouldKeepAlive || request.method === "HEAD" && !socket[kReset] && /(?:^|,)[\t ]*keep-alive[\t ]*(?:,|$)/i.test(this.connection) && !/(?:^|,)[\t ]*close[\t ]*(?:,|$)/i.test(this.connection);
			if (request.method === "HEAD" || statusCode === 204 || statusCode === 304) {
				if (request.method !== "HEAD" && (this.contentLength > 0 || this.hasTransferEncoding)) this.shouldKeepAlive = false;
				this.contentLength = -1;
			}
			if (this.statusCode >= 200) {
				const bodyTimeout = request.bodyTimeout != null ? request.bodyTimeout : client[kBodyTimeout];
				this.setTimeout(bodyTimeout, TIMEOUT_BODY);
			} else if (this.timeout) {
				if (this.timeout.refresh) this.timeout.refresh();
			}
			if (request.method === "CONNECT") {
				assert(client[kRunning] === 1);
				this.upgrade = true;
				return 2;
			}
			if (upgrade) {
				assert(client[kRunning] === 1);
				this.upgrade = true;
				return 2;
			}
			assert((this.headers.length & 1) === 0);
			this.headers = [];
			this.headersSize = 0;
			if (this.shouldKeepAlive && client[kPipelining]) {
				const keepAliveTimeout = this.keepAlive ? util.parseKeepAliveTimeout(this.keepAlive) : null;
				if (keepAliveTimeout != null) {
					const timeout = Math.min(keepAliveTimeout - client[kKeepAliveTimeoutThreshold], client[kKeepAliveMaxTimeout]);
					if (timeout <= 0) socket[kReset] = true;
					else client[kKeepAliveTimeoutValue] = timeout;
				} else client[kKeepAliveTimeoutValue] = client[kKeepAliveDefaultTimeout];
			} else socket[kReset] = true;
			const pause = request.onResponseStart(statusCode, headers, this.resume, statusText) === false;
			if (request.aborted) return -1;
			if (request.method === "HEAD") return 1;
			if (statusCode < 200) return 1;
			if (socket[kBlocking]) {
				socket[kBlocking] = false;
				client[kResume]();
			}
			return pause ? constants.ERROR.PAUSED : 0;
		}
		onBody(buf) {
			const { client, socket, statusCode, maxResponseSize } = this;
			if (socket.destroyed) return -1;
			const request = client[kQueue][client[kRunningIdx]];
			assert(request);
			assert(this.timeoutType === TIMEOUT_BODY);
			if (this.timeout) {
				if (this.timeout.refresh) this.timeout.refresh();
			}
			assert(statusCode >= 200);
			if (maxResponseSize > -1 && this.bytesRead + buf.length > maxResponseSize) {
				util.destroy(socket, new ResponseExceededMaxSizeError());
				return -1;
			}
			this.bytesRead += buf.length;
			if (request.onResponseData(buf) === false) return constants.ERROR.PAUSED;
			return 0;
		}
		onMessageComplete() {
			const { client, socket, statusCode, upgrade, headers, contentLength, bytesRead, shouldKeepAlive } = this;
			if (socket.destroyed && (!statusCode || shouldKeepAlive)) return -1;
			if (upgrade) return 0;
			assert(statusCode >= 100);
			assert((this.headers.length & 1) === 0);
			const request = client[kQueue][client[kRunningIdx]];
			assert(request);
			this.statusCode = 0;
			this.statusText = "";
			this.bytesRead = 0;
			this.contentLength = -1;
			this.hasTransferEncoding = false;
			this.keepAlive = "";
			this.connection = "";
			this.headers = [];
			this.headersSize = 0;
			if (statusCode < 200) return 0;
			if (contentLength !== -1 && bytesRead !== contentLength) {
				util.destroy(socket, new ResponseContentLengthMismatchError());
				return -1;
			}
			request.onResponseEnd(headers);
			client[kQueue][client[kRunningIdx]++] = null;
			socket[kSocketUsed] = client[kPending] === 0;
			if (socket[kWriting]) {
				assert(client[kRunning] === 0);
				util.destroy(socket, new InformationalError("reset"));
				return constants.ERROR.PAUSED;
			} else if (!shouldKeepAlive) {
				util.destroy(socket, new InformationalError("reset"));
				return constants.ERROR.PAUSED;
			} else if (socket[kReset] && client[kRunning] === 0) {
				util.destroy(socket, new InformationalError("reset"));
				return constants.ERROR.PAUSED;
			} else if (client[kPipelining] == null || client[kPipelining] === 1) setImmediate(client[kResume]);
			else client[kResume]();
			return 0;
		}
	};
	function onParserTimeout(parserWeakRef) {
		const parser = parserWeakRef.deref();
		if (!parser) return;
		const { socket, timeoutType, client, paused } = parser;
		if (timeoutType === TIMEOUT_HEADERS) {
			if (!socket[kWriting] || socket.writableNeedDrain || client[kRunning] > 1) {
				assert(!paused, "cannot be paused while waiting for headers");
				util.destroy(socket, new HeadersTimeoutError());
			}
		} else if (timeoutType === TIMEOUT_BODY) {
			if (!paused) util.destroy(socket, new BodyTimeoutError());
		} else if (timeoutType === TIMEOUT_KEEP_ALIVE) {
			assert(client[kRunning] === 0 && client[kKeepAliveTimeoutValue]);
			util.destroy(socket, new InformationalError("socket idle timeout"));
		}
	}
	function connectH1(client, socket) {
		client[kSocket] = socket;
		if (!llhttpInstance) llhttpInstance = lazyllhttp();
		if (socket.errored) throw socket.errored;
		if (socket.destroyed) throw new SocketError("destroyed");
		socket[kNoRef] = false;
		socket[kWriting] = false;
		socket[kReset] = false;
		socket[kBlocking] = false;
		socket[kIdleSocketValidation] = 0;
		socket[kIdleSocketValidationTimeout] = null;
		socket[kSocketUsed] = false;
		socket[kParser] = new Parser(client, socket, llhttpInstance);
		util.addListener(socket, "error", onHttpSocketError);
		util.addListener(socket, "readable", onHttpSocketReadable);
		util.addListener(socket, "end", onHttpSocketEnd);
		util.addListener(socket, "close", onHttpSocketClose);
		socket[kClosed] = false;
		socket.on("close", onSocketClose);
		return {
			version: "h1",
			defaultPipelining: 1,
			write(request) {
				return writeH1(client, request);
			},
			resume() {
				resumeH1(client);
			},
			destroy(err, callback) {
				if (socket[kClosed]) queueMicrotask(callback);
				else {
					socket.on("close", callback);
					socket.destroy(err);
				}
			},
			get destroyed() {
				return socket.destroyed;
			},
			busy(request) {
				if (socket[kWriting] || socket[kReset] || socket[kBlocking] || socket[kIdleSocketValidation] === 1) return true;
				if (request) {
					if (client[kRunning] > 0 && !request.idempotent) return true;
					if (client[kRunning] > 0 && (request.upgrade || request.method === "CONNECT")) return true;
					if (client[kRunning] > 0 && util.bodyLength(request.body) !== 0 && (util.isStream(request.body) || util.isAsyncIterable(request.body) || util.isFormDataLike(request.body))) return true;
				}
				return false;
			}
		};
	}
	function onHttpSocketError(err) {
		const parser = this[kParser];
		if (err.code === "ECONNRESET" && parser.statusCode && !parser.shouldKeepAlive) {
			const parserErr = parser.finish();
			if (parserErr) {
				this[kError] = parserErr;
				this[kClient][kOnError](parserErr);
			}
			return;
		}
		this[kError] = err;
		this[kClient][kOnError](err);
	}
	function onHttpSocketReadable() {
		this[kParser]?.readMore();
	}
	function onHttpSocketEnd() {
		const parser = this[kParser];
		if (parser.statusCode && !parser.shouldKeepAlive) {
			const parserErr = parser.finish();
			if (parserErr) util.destroy(this, parserErr);
			return;
		}
		util.destroy(this, new SocketError("other side closed", util.getSocketInfo(this)));
	}
	function onHttpSocketClose() {
		const parser = this[kParser];
		clearIdleSocketValidation(this);
		if (parser) {
			if (!this[kError] && parser.statusCode && !parser.shouldKeepAlive) this[kError] = parser.finish() || this[kError];
			this[kParser].destroy();
			this[kParser] = null;
		}
		const err = this[kError] || new SocketError("closed", util.getSocketInfo(this));
		const client = this[kClient];
		client[kSocket] = null;
		client[kHTTPContext] = null;
		if (client.destroyed) {
			assert(client[kPending] === 0);
			const requests = client[kQueue].splice(client[kRunningIdx]);
			for (let i = 0; i < requests.length; i++) {
				const request = requests[i];
				util.errorRequest(client, request, err);
			}
		} else if (client[kRunning] > 0 && err.code !== "UND_ERR_INFO") {
			const request = client[kQueue][client[kRunningIdx]];
			client[kQueue][client[kRunningIdx]++] = null;
			util.errorRequest(client, request, err);
		}
		client[kPendingIdx] = client[kRunningIdx];
		assert(client[kRunning] === 0);
		client.emit("disconnect", client[kUrl], [client], err);
		client[kResume]();
	}
	function onSocketClose() {
		this[kClosed] = true;
	}
	function clearIdleSocketValidation(socket) {
		if (socket[kIdleSocketValidationTimeout]) {
			clearImmediate(socket[kIdleSocketValidationTimeout]);
			socket[kIdleSocketValidationTimeout] = null;
		}
		socket[kIdleSocketValidation] = 0;
	}
	function scheduleIdleSocketValidation(client, socket) {
		socket[kIdleSocketValidation] = 1;
		socket[kIdleSocketValidationTimeout] = setImmediate(() => {
			socket[kIdleSocketValidationTimeout] = null;
			socket[kIdleSocketValidation] = 2;
			if (client[kSocket] === socket && !socket.destroyed) client[kResume]();
		});
	}
	function resumeH1(client) {
		const socket = client[kSocket];
		if (socket && !socket.destroyed) {
			if (client[kSize] === 0) {
				if (!socket[kNoRef] && socket.unref) {
					socket.unref();
					socket[kNoRef] = true;
				}
			} else if (socket[kNoRef] && socket.ref) {
				socket.ref();
				socket[kNoRef] = false;
			}
			if (client[kRunning] === 0 && client[kPending] > 0 && socket[kSocketUsed]) {
				if (socket[kIdleSocketValidation] === 0) {
					scheduleIdleSocketValidation(client, socket);
					socket[kParser].readMore();
					if (socket.destroyed) return;
					return;
				}
				if (socket[kIdleSocketValidation] === 1) {
					socket[kParser].readMore();
					if (socket.destroyed) return;
					return;
				}
			}
			if (client[kRunning] === 0) {
				socket[kParser].readMore();
				if (socket.destroyed) return;
			}
			if (client[kSize] === 0) {
				if (socket[kParser].timeoutType !== TIMEOUT_KEEP_ALIVE) socket[kParser].setTimeout(client[kKeepAliveTimeoutValue], TIMEOUT_KEEP_ALIVE);
			} else if (client[kRunning] > 0 && socket[kParser].statusCode < 200) {
				if (socket[kParser].timeoutType !== TIMEOUT_HEADERS) {
					const request = client[kQueue][client[kRunningIdx]];
					const headersTimeout = request.headersTimeout != null ? request.headersTimeout : client[kHeadersTimeout];
					socket[kParser].setTimeout(headersTimeout, TIMEOUT_HEADERS);
				}
			}
		}
	}
	function shouldSendContentLength(method) {
		return method !== "GET" && method !== "HEAD" && method !== "OPTIONS" && method !== "TRACE" && method !== "CONNECT";
	}
	function setTypeOfService(socket, request) {
		if (typeof socket.setTypeOfService !== "function") return;
		const typeOfService = request.typeOfService;
		if (typeOfService === void 0) return;
		if (socket[kTypeOfService] === typeOfService) return;
		try {
			socket.setTypeOfService(typeOfService);
			socket[kTypeOfService] = typeOfService;
		} catch {}
	}
	function writeH1(client, request) {
		const { method, path, host, upgrade, blocking, reset } = request;
		let { body, headers, contentLength } = request;
		const expectsPayload = method === "PUT" || method === "POST" || method === "PATCH" || method === "QUERY" || method === "PROPFIND" || method === "PROPPATCH";
		if (util.isFormDataLike(body)) {
			if (!extractBody) extractBody = require_body().extractBody;
			const [bodyStream, contentType] = extractBody(body);
			if (request.contentType == null) headers.push("content-type", contentType);
			body = bodyStream.stream;
			contentLength = bodyStream.length;
		} else if (util.isBlobLike(body) && request.contentType == null) {
			const contentType = body.type;
			if (contentType) {
				const contentTypeValue = `${contentType}`;
				if (!util.isValidHeaderValue(contentTypeValue)) {
					util.errorRequest(client, request, new InvalidArgumentError("invalid content-type header"));
					return false;
				}
				headers.push("content-type", contentTypeValue);
			}
		}
		if (body && typeof body.read === "function") body.read(0);
		const bodyLength = util.bodyLength(body);
		contentLength = bodyLength ?? contentLength;
		if (contentLength === null) contentLength = request.contentLength;
		if (contentLength === 0 && !expectsPayload) contentLength = null;
		if (shouldSendContentLength(method) && contentLength > 0 && request.contentLength !== null && request.contentLength !== contentLength) {
			if (client[kStrictContentLength]) {
				util.errorRequest(client, request, new RequestContentLengthMismatchError());
				return false;
			}
			process.emitWarning(new RequestContentLengthMismatchError());
		}
		const socket = client[kSocket];
		clearIdleSocketValidation(socket);
		const abort = (err) => {
			if (request.aborted || request.completed) return;
			util.errorRequest(client, request, err || new RequestAbortedError());
			util.destroy(body);
			util.destroy(socket, new InformationalError("aborted"));
		};
		try {
			request.onRequestStart(abort, null);
		} catch (err) {
			util.errorRequest(client, request, err);
		}
		if (request.aborted) return false;
		if (method === "HEAD") socket[kReset] = true;
		if (upgrade || method === "CONNECT") socket[kReset] = true;
		if (reset != null) socket[kReset] = reset;
		if (client[kMaxRequests] && ++socket[kCounter] >= client[kMaxRequests]) socket[kReset] = true;
		if (blocking) socket[kBlocking] = true;
		setTypeOfService(socket, request);
		let header = `${method} ${path} HTTP/1.1\r\n`;
		if (typeof host === "string") header += `host: ${host}\r\n`;
		else header += client[kHostHeader];
		if (upgrade) header += `connection: upgrade\r\nupgrade: ${upgrade}\r\n`;
		else if (client[kPipelining] && !socket[kReset]) header += "connection: keep-alive\r\n";
		else header += "connection: close\r\n";
		if (Array.isArray(headers)) for (let n = 0; n < headers.length; n += 2) {
			const key = headers[n + 0];
			const val = headers[n + 1];
			if (Array.isArray(val)) for (let i = 0; i < val.length; i++) header += `${key}: ${val[i]}\r\n`;
			else header += `${key}: ${val}\r\n`;
		}
		if (channels.sendHeaders.hasSubscribers) channels.sendHeaders.publish({
			request,
			headers: header,
			socket
		});
		if (!body || bodyLength === 0) writeBuffer(abort, null, client, request, socket, contentLength, header, expectsPayload);
		else if (util.isBuffer(body)) writeBuffer(abort, body, client, request, socket, contentLength, header, expectsPayload);
		else if (util.isBlobLike(body)) {
			if (typeof body.stream === "function") writeIterable(abort, body.stream(), client, request, socket, contentLength, header, expectsPayload);
			else writeBlob(abort, body, client, request, socket, contentLength, header, expectsPayload);
		} else if (util.isStream(body)) writeStream(abort, body, client, request, socket, contentLength, header, expectsPayload);
		else if (util.isIterable(body)) writeIterable(abort, body, client, request, socket, contentLength, header, expectsPayload);
		else assert(false);
		return true;
	}
	function writeStream(abort, body, client, request, socket, contentLength, header, expectsPayload) {
		assert(contentLength !== 0 || client[kRunning] === 0, "stream body cannot be pipelined");
		let finished = false;
		const writer = new AsyncWriter({
			abort,
			socket,
			request,
			contentLength,
			client,
			expectsPayload,
			header
		});
		const onData = function(chunk) {
			if (finished) return;
			try {
				if (!writer.write(chunk) && this.pause) this.pause();
			} catch (err) {
				util.destroy(this, err);
			}
		};
		const onDrain = function() {
			if (finished) return;
			if (body.resume) body.resume();
		};
		const onClose = function() {
			queueMicrotask(() => {
				body.removeListener("error", onFinished);
			});
			if (!finished) {
				const err = new RequestAbortedError();
				queueMicrotask(() => onFinished(err));
			}
		};
		const onFinished = function(err) {
			if (finished) return;
			finished = true;
			assert(socket.destroyed || socket[kWriting] && client[kRunning] <= 1);
			socket.off("drain", onDrain).off("error", onFinished);
			body.removeListener("data", onData).removeListener("end", onFinished).removeListener("close", onClose);
			if (!err) try {
				writer.end();
			} catch (er) {
				err = er;
			}
			writer.destroy(err);
			if (err && (err.code !== "UND_ERR_INFO" || err.message !== "reset")) util.destroy(body, err);
			else util.destroy(body);
		};
		body.on("data", onData).on("end", onFinished).on("error", onFinished).on("close", onClose);
		if (body.resume) body.resume();
		socket.on("drain", onDrain).on("error", onFinished);
		if (body.errorEmitted ?? body.errored) setImmediate(onFinished, body.errored);
		else if (body.endEmitted ?? body.readableEnded) setImmediate(onFinished, null);
		if (body.closeEmitted ?? body.closed) setImmediate(onClose);
	}
	function writeBuffer(abort, body, client, request, socket, contentLength, header, expectsPayload) {
		try {
			if (!body) {
				if (contentLength === 0) socket.write(`${header}content-length: 0\r\n\r\n`, "latin1");
				else {
					assert(contentLength === null, "no body must not have content length");
					socket.write(`${header}\r\n`, "latin1");
				}
			} else if (util.isBuffer(body)) {
				assert(contentLength === body.byteLength, "buffer body must have content length");
				socket.cork();
				socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, "latin1");
				socket.write(body);
				socket.uncork();
				request.onBodySent(body);
				if (!expectsPayload && request.reset !== false) socket[kReset] = true;
			}
			request.onRequestSent();
			client[kResume]();
		} catch (err) {
			abort(err);
		}
	}
	async function writeBlob(abort, body, client, request, socket, contentLength, header, expectsPayload) {
		try {
			if (contentLength != null && contentLength !== body.size) throw new RequestContentLengthMismatchError();
			const buffer = Buffer.from(await body.arrayBuffer());
			socket.cork();
			socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, "latin1");
			socket.write(buffer);
			socket.uncork();
			request.onBodySent(buffer);
			request.onRequestSent();
			if (!expectsPayload && request.reset !== false) socket[kReset] = true;
			client[kResume]();
		} catch (err) {
			abort(err);
		}
	}
	async function writeIterable(abort, body, client, request, socket, contentLength, header, expectsPayload) {
		assert(contentLength !== 0 || client[kRunning] === 0, "iterator body cannot be pipelined");
		let callback = null;
		function onDrain() {
			if (callback) {
				const cb = callback;
				callback = null;
				cb();
			}
		}
		const waitForDrain = () => new Promise((resolve, reject) => {
			assert(callback === null);
			if (socket[kError]) reject(socket[kError]);
			else callback = resolve;
		});
		socket.on("close", onDrain).on("drain", onDrain);
		const writer = new AsyncWriter({
			abort,
			socket,
			request,
			contentLength,
			client,
			expectsPayload,
			header
		});
		try {
			for await (const chunk of body) {
				if (socket[kError]) throw socket[kError];
				if (!writer.write(chunk)) await waitForDrain();
			}
			writer.end();
		} catch (err) {
			writer.destroy(err);
		} finally {
			socket.off("close", onDrain).off("drain", onDrain);
		}
	}
	var AsyncWriter = class {
		constructor({ abort, socket, request, contentLength, client, expectsPayload, header }) {
			this.socket = socket;
			this.request = request;
			this.contentLength = contentLength;
			this.client = client;
			this.bytesWritten = 0;
			this.expectsPayload = expectsPayload;
			this.header = header;
			this.abort = abort;
			this.lengthMismatch = false;
			socket[kWriting] = true;
		}
		onLengthMismatch() {
			this.socket[kReset] = true;
			if (!this.lengthMismatch) {
				this.lengthMismatch = true;
				process.emitWarning(new RequestContentLengthMismatchError());
			}
		}
		write(chunk) {
			const { socket, request, contentLength, client, bytesWritten, expectsPayload, header } = this;
			if (socket[kError]) throw socket[kError];
			if (socket.destroyed) return false;
			let len = chunk instanceof Uint8Array ? chunk.byteLength : Buffer.byteLength(chunk);
			if (!len) return true;
			if (contentLength !== null && bytesWritten + len > contentLength) {
				if (client[kStrictContentLength]) throw new RequestContentLengthMismatchError();
				this.onLengthMismatch();
				const remaining = contentLength - bytesWritten;
				if (remaining === 0) return true;
				chunk = (typeof chunk === "string" ? Buffer.from(chunk) : chunk).subarray(0, remaining);
				len = remaining;
			}
			socket.cork();
			if (bytesWritten === 0) {
				if (!expectsPayload && request.reset !== false) socket[kReset] = true;
				if (contentLength === null) socket.write(`${header}transfer-encoding: chunked\r\n`, "latin1");
				else socket.write(`${header}content-length: ${contentLength}\r\n\r\n`, "latin1");
			}
			if (contentLength === null) socket.write(`\r\n${len.toString(16)}\r\n`, "latin1");
			this.bytesWritten += len;
			const ret = socket.write(chunk);
			socket.uncork();
			request.onBodySent(chunk);
			if (!ret) {
				if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
					if (socket[kParser].timeout.refresh) socket[kParser].timeout.refresh();
				}
			}
			return ret;
		}
		end() {
			const { socket, contentLength, client, bytesWritten, expectsPayload, header, request } = this;
			request.onRequestSent();
			socket[kWriting] = false;
			if (socket[kError]) throw socket[kError];
			if (socket.destroyed) return;
			if (bytesWritten === 0) {
				if (expectsPayload) socket.write(`${header}content-length: 0\r\n\r\n`, "latin1");
				else socket.write(`${header}\r\n`, "latin1");
			} else if (contentLength === null) socket.write("\r\n0\r\n\r\n", "latin1");
			if (contentLength !== null && bytesWritten !== contentLength) {
				if (client[kStrictContentLength]) throw new RequestContentLengthMismatchError();
				this.onLengthMismatch();
			}
			if (socket[kParser].timeout && socket[kParser].timeoutType === TIMEOUT_HEADERS) {
				if (socket[kParser].timeout.refresh) socket[kParser].timeout.refresh();
			}
			client[kResume]();
		}
		destroy(err) {
			const { socket, client, abort } = this;
			socket[kWriting] = false;
			if (err) {
				assert(client[kRunning] <= 1, "pipeline should only contain this request");
				abort(err);
			}
		}
	};
	module.exports = connectH1;
}));
// node_modules/undici/lib/dispatcher/client-h2.js
var require_client_h2 = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	module.exports = void 0;
}));
// node_modules/undici/lib/dispatcher/client.js
var require_client = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const assert = __nccwpck_require__(4589);
	const net = __nccwpck_require__(7030);
	const http = __nccwpck_require__(7067);
	const util = require_util();
	const { ClientStats } = require_stats();
	const { channels } = require_diagnostics();
	const Request = require_request();
	const DispatcherBase = require_dispatcher_base();
	const { InvalidArgumentError, InformationalError, ClientDestroyedError } = require_errors();
	const buildConnector = require_connect();
	const { kUrl, kServerName, kClient, kBusy, kConnect, kResuming, kRunning, kPending, kSize, kQueue, kConnected, kConnecting, kNeedDrain, kKeepAliveDefaultTimeout, kHostHeader, kPendingIdx, kRunningIdx, kError, kPipelining, kKeepAliveTimeoutValue, kMaxHeadersSize, kKeepAliveMaxTimeout, kKeepAliveTimeoutThreshold, kHeadersTimeout, kBodyTimeout, kStrictContentLength, kConnector, kMaxRequests, kCounter, kClose, kDestroy, kDispatch, kLocalAddress, kMaxResponseSize, kOnError, kHTTPContext, kMaxConcurrentStreams, kHostAuthority, kResume, kHTTP2Options, kUseMilo } = require_symbols();
	const connectH1 = require_client_h1();
	const connectH2 = require_client_h2();
	const kClosedResolve = Symbol("kClosedResolve");
	const getDefaultNodeMaxHeaderSize = http && http.maxHeaderSize && Number.isInteger(http.maxHeaderSize) && http.maxHeaderSize > 0 ? () => http.maxHeaderSize : () => {
		throw new InvalidArgumentError("http module not available or http.maxHeaderSize invalid");
	};
	const noop = () => {};
	function getPipelining(client) {
		return client[kPipelining] ?? client[kHTTPContext]?.defaultPipelining ?? 1;
	}
	let h2NamespaceOptsWarning = false;
	function emitH2OptionsNamespaceWarning(optName) {
		if (h2NamespaceOptsWarning === true) return;
		process.emitWarning(`Use h2Options.${optName} instead. ${optName} for H2 will be deprecated in future major.`, { code: "UNDICI-H2-OPTIONS" });
		h2NamespaceOptsWarning = true;
	}
	function getMaxConcurrent(client) {
		if (client[kHTTPContext]?.version === "h2") return client[kMaxConcurrentStreams];
		return getPipelining(client);
	}
	var Client = class extends DispatcherBase {
		constructor(url, { maxHeaderSize, headersTimeout, socketTimeout, requestTimeout, connectTimeout, bodyTimeout, idleTimeout, keepAlive, keepAliveTimeout, maxKeepAliveTimeout, keepAliveMaxTimeout, keepAliveTimeoutThreshold, socketPath, pipelining, tls, strictContentLength, maxCachedSessions, connect, maxRequestsPerClient, localAddress, maxResponseSize, autoSelectFamily, autoSelectFamilyAttemptTimeout, maxConcurrentStreams, allowH2, useH2c, initialWindowSize, connectionWindowSize, pingInterval, useMilo, webSocket, h2Options, eventSource } = {}) {
			if (keepAlive !== void 0) throw new InvalidArgumentError("unsupported keepAlive, use pipelining=0 instead");
			if (socketTimeout !== void 0) throw new InvalidArgumentError("unsupported socketTimeout, use headersTimeout & bodyTimeout instead");
			if (requestTimeout !== void 0) throw new InvalidArgumentError("unsupported requestTimeout, use headersTimeout & bodyTimeout instead");
			if (idleTimeout !== void 0) throw new InvalidArgumentError("unsupported idleTimeout, use keepAliveTimeout instead");
			if (maxKeepAliveTimeout !== void 0) throw new InvalidArgumentError("unsupported maxKeepAliveTimeout, use keepAliveMaxTimeout instead");
			if (maxHeaderSize != null) {
				if (!Number.isInteger(maxHeaderSize) || maxHeaderSize < 1) throw new InvalidArgumentError("invalid maxHeaderSize");
			} else maxHeaderSize = getDefaultNodeMaxHeaderSize();
			if (socketPath != null && typeof socketPath !== "string") throw new InvalidArgumentError("invalid socketPath");
			if (connectTimeout != null && (!Number.isFinite(connectTimeout) || connectTimeout < 0)) throw new InvalidArgumentError("invalid connectTimeout");
			if (keepAliveTimeout != null && (!Number.isFinite(keepAliveTimeout) || keepAliveTimeout <= 0)) throw new InvalidArgumentError("invalid keepAliveTimeout");
			if (keepAliveMaxTimeout != null && (!Number.isFinite(keepAliveMaxTimeout) || keepAliveMaxTimeout <= 0)) throw new InvalidArgumentError("invalid keepAliveMaxTimeout");
			if (keepAliveTimeoutThreshold != null && !Number.isFinite(keepAliveTimeoutThreshold)) throw new InvalidArgumentError("invalid keepAliveTimeoutThreshold");
			if (headersTimeout != null && (!Number.isInteger(headersTimeout) || headersTimeout < 0)) throw new InvalidArgumentError("headersTimeout must be a positive integer or zero");
			if (bodyTimeout != null && (!Number.isInteger(bodyTimeout) || bodyTimeout < 0)) throw new InvalidArgumentError("bodyTimeout must be a positive integer or zero");
			if (connect != null && typeof connect !== "function" && typeof connect !== "object") throw new InvalidArgumentError("connect must be a function or an object");
			if (maxRequestsPerClient != null && (!Number.isInteger(maxRequestsPerClient) || maxRequestsPerClient < 0)) throw new InvalidArgumentError("maxRequestsPerClient must be a positive number");
			if (localAddress != null && (typeof localAddress !== "string" || net.isIP(localAddress) === 0)) throw new InvalidArgumentError("localAddress must be valid string IP address");
			if (maxResponseSize != null && (!Number.isInteger(maxResponseSize) || maxResponseSize < -1)) throw new InvalidArgumentError("maxResponseSize must be a positive number");
			if (autoSelectFamilyAttemptTimeout != null && (!Number.isInteger(autoSelectFamilyAttemptTimeout) || autoSelectFamilyAttemptTimeout < -1)) throw new InvalidArgumentError("autoSelectFamilyAttemptTimeout must be a positive number");
			if (allowH2 != null && typeof allowH2 !== "boolean") throw new InvalidArgumentError("allowH2 must be a valid boolean value");
			if (allowH2 !== false) {
				if (h2Options != null) {
					if (h2Options.useH2c != null && typeof h2Options.useH2c !== "boolean") throw new InvalidArgumentError("h2Options.useH2c must be a valid boolean value");
					if (h2Options.settings?.initialWindowSize != null && (!Number.isInteger(h2Options.settings.initialWindowSize) || h2Options.settings.initialWindowSize < 1)) throw new InvalidArgumentError("h2Options.settings.initialWindowSize must be a positive integer, greater than 0");
					if (h2Options.maxConcurrentStreams != null && (!Number.isInteger(h2Options.maxConcurrentStreams) || h2Options.maxConcurrentStreams < 1)) throw new InvalidArgumentError("h2Options.maxConcurrentStreams must be a positive integer, greater than 0");
					if (h2Options.connectionWindowSize != null && (!Number.isInteger(h2Options.connectionWindowSize) || h2Options.connectionWindowSize < 1)) throw new InvalidArgumentError("h2Options.connectionWindowSize must be a positive integer, greater than 0");
					if (h2Options.pingInterval != null && (typeof h2Options.pingInterval !== "number" || !Number.isInteger(h2Options.pingInterval) || h2Options.pingInterval < 0)) throw new InvalidArgumentError("h2Options.pingInterval must be a positive integer, greater or equal to 0");
				} else {
					if (useH2c != null && typeof useH2c !== "boolean") {
						emitH2OptionsNamespaceWarning("useH2c");
						throw new InvalidArgumentError("useH2c must be a valid boolean value");
					}
					if (maxConcurrentStreams != null && (typeof maxConcurrentStreams !== "number" || maxConcurrentStreams < 1)) {
						emitH2OptionsNamespaceWarning("maxConcurrentStreams");
						throw new InvalidArgumentError("maxConcurrentStreams must be a positive integer, greater than 0");
					}
					if (initialWindowSize != null && (!Number.isInteger(initialWindowSize) || initialWindowSize < 1)) {
						emitH2OptionsNamespaceWarning("initialWindowSize");
						throw new InvalidArgumentError("initialWindowSize must be a positive integer, greater than 0");
					}
					if (connectionWindowSize != null && (!Number.isInteger(connectionWindowSize) || connectionWindowSize < 1)) {
						emitH2OptionsNamespaceWarning("connectionWindowSize");
						throw new InvalidArgumentError("connectionWindowSize must be a positive integer, greater than 0");
					}
					if (pingInterval != null && (typeof pingInterval !== "number" || !Number.isInteger(pingInterval) || pingInterval < 0)) {
						emitH2OptionsNamespaceWarning("pingInterval");
						throw new InvalidArgumentError("pingInterval must be a positive integer, greater or equal to 0");
					}
				}
			}
			super({
				webSocket,
				eventSource
			});
			if (typeof connect !== "function") connect = buildConnector({
				...tls,
				maxCachedSessions,
				allowH2,
				socketPath,
				useH2c: h2Options?.useH2c ?? useH2c,
				timeout: connectTimeout,
				...typeof autoSelectFamily === "boolean" ? {
					autoSelectFamily,
					autoSelectFamilyAttemptTimeout
				} : void 0,
				...connect
			});
			else {
				const customConnect = connect;
				connect = (opts, callback) => customConnect({
					...opts,
					...socketPath != null ? { socketPath } : null,
					...allowH2 != null ? { allowH2 } : null
				}, callback);
			}
			this[kUrl] = util.parseOrigin(url);
			this[kHostAuthority] = `${this[kUrl].hostname}${this[kUrl].port ? `:${this[kUrl].port}` : ""}`;
			this[kConnector] = connect;
			this[kPipelining] = pipelining != null ? pipelining : 1;
			this[kMaxHeadersSize] = maxHeaderSize;
			this[kKeepAliveDefaultTimeout] = keepAliveTimeout == null ? 4e3 : keepAliveTimeout;
			this[kKeepAliveMaxTimeout] = keepAliveMaxTimeout == null ? 6e5 : keepAliveMaxTimeout;
			this[kKeepAliveTimeoutThreshold] = keepAliveTimeoutThreshold == null ? 2e3 : keepAliveTimeoutThreshold;
			this[kKeepAliveTimeoutValue] = this[kKeepAliveDefaultTimeout];
			this[kServerName] = null;
			this[kLocalAddress] = localAddress != null ? localAddress : null;
			this[kResuming] = 0;
			this[kNeedDrain] = 0;
			this[kHostHeader] = `host: ${this[kHostAuthority]}\r\n`;
			this[kBodyTimeout] = bodyTimeout != null ? bodyTimeout : 3e5;
			this[kHeadersTimeout] = headersTimeout != null ? headersTimeout : 3e5;
			this[kStrictContentLength] = strictContentLength == null ? true : strictContentLength;
			this[kMaxRequests] = maxRequestsPerClient;
			this[kClosedResolve] = null;
			this[kMaxResponseSize] = maxResponseSize > -1 ? maxResponseSize : -1;
			this[kHTTPContext] = null;
			this[kHTTP2Options] = {
				pingInterval: h2Options?.pingInterval ?? pingInterval ?? 6e4,
				connectionWindowSize: h2Options?.connectionWindowSize ?? connectionWindowSize ?? 524288,
				maxConcurrentStreams: h2Options?.maxConcurrentStreams ?? maxConcurrentStreams ?? 100,
				sessionOptions: { initialWindowSize: h2Options?.initialWindowSize ?? initialWindowSize ?? 262144 }
			};
			this[kUseMilo] = useMilo;
			this[kQueue] = [];
			this[kRunningIdx] = 0;
			this[kPendingIdx] = 0;
			this[kResume] = (sync) => resume(this, sync);
			this[kOnError] = (err) => onError(this, err);
		}
		get pipelining() {
			return this[kPipelining];
		}
		set pipelining(value) {
			this[kPipelining] = value;
			this[kResume](true);
		}
		get stats() {
			return new ClientStats(this);
		}
		get [kPending]() {
			return this[kQueue].length - this[kPendingIdx];
		}
		get [kRunning]() {
			return this[kPendingIdx] - this[kRunningIdx];
		}
		get [kSize]() {
			return this[kQueue].length - this[kRunningIdx];
		}
		get [kConnected]() {
			return !!this[kHTTPContext] && !this[kConnecting] && !this[kHTTPContext].destroyed;
		}
		get [kBusy]() {
			const allowsMux = this[kHTTPContext]?.version === "h2";
			return Boolean(this[kHTTPContext]?.busy(null) || this[kSize] >= (getMaxConcurrent(this) || 1) || this[kPending] > 0 && !allowsMux);
		}
		[kConnect](cb) {
			connect(this);
			this.once("connect", cb);
		}
		[kDispatch](opts, handler) {
			const request = new Request(this[kUrl].origin, opts, handler);
			this[kQueue].push(request);
			if (this[kResuming]) {} else if (util.bodyLength(request.body) == null && util.isIterable(request.body)) {
				this[kResuming] = 1;
				queueMicrotask(() => resume(this));
			} else this[kResume](true);
			if (this[kResuming] && this[kNeedDrain] !== 2 && this[kBusy]) this[kNeedDrain] = 2;
			return this[kNeedDrain] < 2;
		}
		[kClose]() {
			return new Promise((resolve) => {
				if (this[kSize]) this[kClosedResolve] = resolve;
				else resolve(null);
			});
		}
		[kDestroy](err) {
			return new Promise((resolve) => {
				const requests = this[kQueue].splice(this[kPendingIdx]);
				for (let i = 0; i < requests.length; i++) {
					const request = requests[i];
					if (request != null) util.errorRequest(this, request, err);
				}
				const callback = () => {
					if (this[kClosedResolve]) {
						this[kClosedResolve]();
						this[kClosedResolve] = null;
					}
					resolve(null);
				};
				if (this[kHTTPContext]) {
					this[kHTTPContext].destroy(err, callback);
					this[kHTTPContext] = null;
				} else queueMicrotask(callback);
				this[kResume]();
			});
		}
	};
	function onError(client, err) {
		if (client[kRunning] === 0 && err.code !== "UND_ERR_INFO" && err.code !== "UND_ERR_SOCKET") {
			assert(client[kPendingIdx] === client[kRunningIdx]);
			const requests = client[kQueue].splice(client[kRunningIdx]);
			for (let i = 0; i < requests.length; i++) {
				const request = requests[i];
				if (request != null) util.errorRequest(client, request, err);
			}
			assert(client[kSize] === 0);
		}
	}
	function connect(client) {
		assert(!client[kConnecting]);
		assert(!client[kHTTPContext]);
		let { host, hostname, protocol, port } = client[kUrl];
		if (hostname[0] === "[") {
			const idx = hostname.indexOf("]");
			assert(idx !== -1);
			const ip = hostname.substring(1, idx);
			assert(net.isIPv6(ip));
			hostname = ip;
		}
		client[kConnecting] = true;
		if (channels.beforeConnect.hasSubscribers) channels.beforeConnect.publish({
			connectParams: {
				host,
				hostname,
				protocol,
				port,
				version: client[kHTTPContext]?.version,
				servername: client[kServerName],
				localAddress: client[kLocalAddress]
			},
			connector: client[kConnector]
		});
		try {
			client[kConnector]({
				host,
				hostname,
				protocol,
				port,
				servername: client[kServerName],
				localAddress: client[kLocalAddress]
			}, (err, socket) => {
				if (err) {
					handleConnectError(client, err, {
						host,
						hostname,
						protocol,
						port
					});
					client[kResume]();
					return;
				}
				if (client.destroyed) {
					util.destroy(socket.on("error", noop), new ClientDestroyedError());
					client[kResume]();
					return;
				}
				assert(socket);
				try {
					client[kHTTPContext] = socket.alpnProtocol === "h2" ? connectH2(client, socket) : connectH1(client, socket);
				} catch (err) {
					socket.destroy().on("error", noop);
					handleConnectError(client, err, {
						host,
						hostname,
						protocol,
						port
					});
					client[kResume]();
					return;
				}
				client[kConnecting] = false;
				socket[kCounter] = 0;
				socket[kMaxRequests] = client[kMaxRequests];
				socket[kClient] = client;
				socket[kError] = null;
				if (channels.connected.hasSubscribers) channels.connected.publish({
					connectParams: {
						host,
						hostname,
						protocol,
						port,
						version: client[kHTTPContext]?.version,
						servername: client[kServerName],
						localAddress: client[kLocalAddress]
					},
					connector: client[kConnector],
					socket
				});
				client.emit("connect", client[kUrl], [client]);
				client[kResume]();
			});
		} catch (err) {
			handleConnectError(client, err, {
				host,
				hostname,
				protocol,
				port
			});
			client[kResume]();
		}
	}
	function handleConnectError(client, err, { host, hostname, protocol, port }) {
		if (client.destroyed) return;
		client[kConnecting] = false;
		if (channels.connectError.hasSubscribers) channels.connectError.publish({
			connectParams: {
				host,
				hostname,
				protocol,
				port,
				version: client[kHTTPContext]?.version,
				servername: client[kServerName],
				localAddress: client[kLocalAddress]
			},
			connector: client[kConnector],
			error: err
		});
		if (err.code === "ERR_TLS_CERT_ALTNAME_INVALID") {
			const running = client[kQueue].splice(client[kRunningIdx], client[kRunning]);
			client[kPendingIdx] = client[kRunningIdx];
			for (let i = 0; i < running.length; i++) util.errorRequest(client, running[i], err);
			while (client[kPending] > 0 && client[kQueue][client[kPendingIdx]].servername === client[kServerName]) {
				const request = client[kQueue].splice(client[kPendingIdx], 1)[0];
				util.errorRequest(client, request, err);
			}
		} else onError(client, err);
		client.emit("connectionError", client[kUrl], [client], err);
	}
	function emitDrain(client) {
		client[kNeedDrain] = 0;
		client.emit("drain", client[kUrl], [client]);
	}
	function resume(client, sync) {
		if (client[kResuming] === 2) return;
		client[kResuming] = 2;
		_resume(client, sync);
		client[kResuming] = 0;
		if (client[kRunningIdx] > 256) {
			client[kQueue].splice(0, client[kRunningIdx]);
			client[kPendingIdx] -= client[kRunningIdx];
			client[kRunningIdx] = 0;
		}
	}
	function _resume(client, sync) {
		while (true) {
			if (client.destroyed) {
				assert(client[kPending] === 0);
				return;
			}
			if (client[kClosedResolve] && !client[kSize]) {
				client[kClosedResolve]();
				client[kClosedResolve] = null;
				return;
			}
			if (client[kHTTPContext]) client[kHTTPContext].resume();
			if (client[kBusy]) client[kNeedDrain] = 2;
			else if (client[kNeedDrain] === 2) {
				if (sync) {
					client[kNeedDrain] = 1;
					queueMicrotask(() => emitDrain(client));
				} else emitDrain(client);
				continue;
			}
			if (client[kPending] === 0) return;
			if (client[kRunning] >= (getMaxConcurrent(client) || 1)) return;
			const request = client[kQueue][client[kPendingIdx]];
			if (request === null) return;
			if (request.aborted) {
				client[kQueue].splice(client[kPendingIdx], 1);
				continue;
			}
			if (client[kUrl].protocol === "https:" && client[kServerName] !== request.servername) {
				if (client[kRunning] > 0) return;
				client[kServerName] = request.servername;
				client[kHTTPContext]?.destroy(new InformationalError("servername changed"), () => {
					client[kHTTPContext] = null;
					resume(client);
				});
			}
			if (client[kConnecting]) return;
			if (!client[kHTTPContext]) {
				client[kServerName] = request.servername;
				connect(client);
				return;
			}
			if (client[kHTTPContext].destroyed) return;
			if (client[kHTTPContext].busy(request)) return;
			if (!request.aborted && client[kHTTPContext].write(request)) client[kPendingIdx]++;
			else client[kQueue].splice(client[kPendingIdx], 1);
		}
	}
	module.exports = Client;
}));
// node_modules/undici/lib/dispatcher/pool.js
var require_pool = /* @__PURE__ */ (0,rolldown_runtime.t)(((exports, module) => {
	const { PoolBase, kClients, kNeedDrain, kAddClient, kDrainQueue, kOnClientBusy, kOnClientDrain, kGetDispatcher, kHasDispatcher, kRemoveClient, kRetireClient } = require_pool_base();
	const Client = require_client();
	const { InvalidArgumentError } = require_errors();
	const util = require_util();
	const { kConnecting, kHTTPContext, kUrl, kQueued } = require_symbols();
	const buildConnector = require_connect();
	const kOptions = Symbol("options");
	const kConnections = Symbol("connections");
	const kFactory = Symbol("factory");
	const kProtocol = Symbol("protocol");
	const kProtocolProbe = Symbol("protocol probe");
	function defaultFactory(origin, opts) {
		return new Client(origin, opts);
	}
	function shouldCreateProtocolProbe(pool, dispatcher) {
		return dispatcher instanceof Client && pool[kProtocol] !== "h1" && (pool[kOptions].useH2c === true || pool[kUrl].protocol === "https:" && pool[kOptions].allowH2 !== false);
	}
	function createClient(pool) {
		const dispatcher = pool[kFactory](pool[kUrl], pool[kOptions]);
		if (shouldCreateProtocolProbe(pool, dispatcher)) pool[kProtocolProbe] = dispatcher;
		pool[kAddClient](dispatcher);
		return dispatcher;
	}
	var Pool = class extends PoolBase {
		constructor(origin, { connections, factory = defaultFactory, connect, connectTimeout, tls, maxCachedSessions, socketPath, autoSelectFamily, autoSelectFamilyAttemptTimeout, allowH2, useH2c, clientTtl, ...options } = {}) {
			if (connections != null && (!Number.isFinite(connections) || connections < 0)) throw new InvalidArgumentError("invalid connections");
			if (typeof factory !== "function") throw new InvalidArgumentError("factory must be a function.");
			if (connect != null && typeof connect !== "function" && typeof connect !== "object") throw new InvalidArgumentError("connect must be a function or an object");
			if (typeof connect !== "function") connect = buildConnector({
				...tls,
				maxCachedSessions,
				allowH2,
				useH2c,
				socketPath,
				timeout: connectTimeout,
				...typeof autoSelectFamily === "boolean" ? {
					autoSelectFamily,
					autoSelectFamilyAttemptTimeout
				} : void 0,
				...connect
			});
			super(options);
			this[kConnections] = connections || null;
			this[kUrl] = util.parseOrigin(origin);
			this[kOptions] = {
				...util.deepClone(options),
				connect,
				allowH2,
				useH2c,
				clientTtl,
				socketPath
			};
			this[kFactory] = factory;
			this[kProtocol] = null;
			this[kProtocolProbe] = null;
			this.on("connect", (origin, targets) => {
				if (clientTtl != null && clientTtl > 0) for (const target of targets) Object.assign(target, { ttl: Date.now() });
				const client = targets[targets.length - 1];
				if (client instanceof Client) this[kProtocol] = client[kHTTPContext]?.version;
				if (client === this[kProtocolProbe]) {
					if (this[kProtocol] !== "h2") {
						this[kProtocolProbe] = null;
						this[kDrainQueue](origin, targets.slice(1));
					}
				}
			});
			this.on("disconnect", (origin, targets) => {
				if (targets.includes(this[kProtocolProbe])) {
					this[kProtocolProbe] = null;
					this[kDrainQueue](origin, targets.slice(1));
				}
			});
			this.on("connectionError", (origin, targets) => {
				let resumeQueued = false;
				for (const target of targets) {
					if (target === this[kProtocolProbe]) {
						this[kProtocolProbe] = null;
						resumeQueued = true;
					}
					if (this[kClients].includes(target)) this[kRetireClient](target);
				}
				if (resumeQueued || this[kQueued] > 0) this[kDrainQueue](origin, targets.slice(1));
			});
		}
		[kOnClientBusy](client) {
			if (this[kProtocolProbe] === null && client[kConnecting] && shouldCreateProtocolProbe(this, client)) this[kProtocolProbe] = client;
		}
		[kOnClientDrain](client) {
			if (client === this[kProtocolProbe]) this[kProtocolProbe] = null;
		}
		[kGetDispatcher]() {
			const clientTtlOption = this[kOptions].clientTtl;
			for (let i = 0; i < this[kClients].length; i++) {
				const client = this[kClients][i];
				if (clientTtlOption != null && clientTtlOption > 0 && client.ttl && Date.now() - client.ttl > clientTtlOption) {
					this[kRemoveClient](client);
					i--;
				} else if (!client[kNeedDrain]) return client;
			}
			if (this[kProtocolProbe] !== null) return;
			if (!this[kConnections] || this[kClients].length < this[kConnections]) return createClient(this);
		}
		[kHasDispatcher]() {
			const clientTtlOption = this[kOptions].clientTtl;
			for (let i = 0; i < this[kClients].length; i++) {
				const client = this[kClients][i];
				if (clientTtlOption != null && clientTtlOption > 0 && client.ttl && Date.now() - client.ttl > clientTtlOption) {
					this[kRemoveClient](client);
					i--;
				} else if (!client[kNeedDrain]) return true;
			}
			if (this[kProtocolProbe] !== null) return false;
			if (!this[kConnections] || this[kClients].length < this[kConnections]) {
				createClient(this);
				return true;
			}
			return false;
		}
	};
	module.exports = Pool;
}));
// src/datadog/network-errors.ts
var import_dispatcher = /* @__PURE__ */ (0,rolldown_runtime.r)(require_dispatcher(), 1);
var import_pool = /* @__PURE__ */ (0,rolldown_runtime.r)(require_pool(), 1);
var Unanswered = class extends Error {
	name = "Unanswered";
	sent;
	constructor(cause, sent) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.sent = sent;
	}
};
const WORDS = {
	ECONNREFUSED: "refused the connection",
	ECONNRESET: "broke the connection",
	EPIPE: "broke the connection",
	UND_ERR_SOCKET: "closed the connection before its answer was complete",
	UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "sent a body that does not match Content-Length",
	UND_ERR_HEADERS_OVERFLOW: "sent too many header fields",
	UND_ERR_CONNECT_TIMEOUT: "did not accept the connection in time",
	ETIMEDOUT: "did not answer in time",
	EPROTO: "violated the TLS protocol",
	ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS",
	UND_ERR_PRX_CONN: "closed the connection",
	EHOSTUNREACH: "cannot be reached from here",
	ENETUNREACH: "cannot be reached from here",
	EAI_AGAIN: "cannot be looked up at the moment, because the name server does not answer"
};
const TOO_LATE = "TimeoutError";
const TOO_LARGE = "QuotaExceededError";
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|UND_ERR_PRX_TLS/;
const OF_THE_NETWORK = /^E(?!RR_)[A-Z]+(_[A-Z]+)*$|^HPE_|^ERR_(SSL|TLS|OSSL)_|^UND_ERR_(SOCKET|(CONNECT|HEADERS|BODY)_TIMEOUT|HEADERS_OVERFLOW|RES(PONSE)?_[A-Z_]+|ABORT(ED)?|DESTROYED|CLOSED|INFO|PRX_[A-Z]+)$/;
function isNetworkError(error) {
	const code = codeOf(error);
	if (code === TOO_LATE || code === TOO_LARGE) return true;
	return OF_THE_NETWORK.test(code) || UNTRUSTED.test(code) || statusOfProxy(error) !== void 0;
}
function explainLoss({ cause, sent }, { host, proxy }) {
	const code = codeOf(cause);
	if (code === TOO_LARGE) return {
		reason: "bad-response",
		why: `${host} sent more than 32 MiB`,
		sent,
		transient: false
	};
	if (code.startsWith("HPE_")) return {
		reason: "bad-response",
		why: `${host} sent something that is not HTTP`,
		sent,
		transient: true
	};
	const refused = refusedByProxy(cause, host, proxy);
	if (refused !== void 0) return refused;
	const certificate = badCertificate(code, code === "UND_ERR_PRX_TLS" ? `the proxy ${proxy}` : host);
	if (certificate !== void 0) return certificate;
	const isProxy = proxy !== void 0 && !sent;
	const other = isProxy ? `the proxy ${proxy}` : host;
	const advice = isProxy ? { advice: PROXY_ADVICE } : {};
	if (code === "ENOTFOUND") return {
		reason: "network",
		why: `${isProxy ? other : `the host ${host}`} does not exist (${code})`,
		...advice,
		sent,
		transient: false
	};
	if (code === TOO_LATE) return {
		reason: "timeout",
		why: sent ? `${host} did not answer in time` : `${other} did not accept the connection in time`,
		sent,
		transient: true
	};
	const words = WORDS[code];
	const what = words === void 0 ? `the connection to ${other} failed` : `${other} ${words}`;
	const isOver = code === "UND_ERR_DESTROYED" || code === "UND_ERR_CLOSED";
	return {
		reason: "network",
		why: code === "" ? what : `${what} (${code})`,
		...advice,
		sent,
		transient: !isOver
	};
}
const PROXY_ADVICE = "Check the proxy that HTTPS_PROXY (or HTTP_PROXY, for http) names in the environment of the step, or add the host to NO_PROXY.";
function refusedByProxy(error, host, proxy) {
	const status = statusOfProxy(error);
	if (proxy === void 0 || status === void 0) return void 0;
	if (status === "407") return {
		reason: "network",
		why: `the proxy ${proxy} needs credentials, or does not accept the given ones (407)`,
		advice: "Write them into HTTPS_PROXY in the environment of the step as http://user:password@host:port, with special characters percent-encoded.",
		sent: false,
		transient: false
	};
	return {
		reason: "network",
		why: `the proxy ${proxy} did not let the connection to ${host} through (${status})`,
		advice: PROXY_ADVICE,
		sent: false,
		transient: Number(status) >= 500
	};
}
function statusOfProxy(error) {
	const message = error instanceof Error ? error.message : "";
	return /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(message)?.[1];
}
function badCertificate(code, owner) {
	if (!UNTRUSTED.test(code)) return void 0;
	const loss = (what, advice) => ({
		reason: "network",
		why: `the certificate of ${owner} ${what} (${code})`,
		advice,
		sent: false,
		transient: false
	});
	if (code === "CERT_HAS_EXPIRED") return loss("has expired", "Have it renewed, or correct the clock of the runner.");
	if (code === "CERT_NOT_YET_VALID") return loss("is not valid yet", "Correct the clock of the runner.");
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "UND_ERR_PRX_TLS") return loss("is for another host", "Check site or api-url, and whether a proxy or DNS leads elsewhere.");
	return loss("is not trusted", "When a proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS in the environment of the step to the file of its certificate; otherwise check site or api-url.");
}
function codeOf(error) {
	if (typeof error !== "object" || error === null) return "";
	const { code, name } = error;
	if (typeof code === "string") return code;
	if (name === "HTTPParserError") return "HPE_UNKNOWN";
	return name === TOO_LATE || name === TOO_LARGE ? name : "";
}
// src/datadog/transport.ts
const LARGEST_BODY$1 = 33554432;
async function createTransport(origin, proxy, clock) {
	const options = {
		connections: 8,
		allowH2: false,
		headersTimeout: 0,
		bodyTimeout: 0
	};
	const dispatcher = proxy === void 0 ? new import_pool.default(origin, options) : await proxied(proxy, options);
	return {
		...proxy !== void 0 && { proxy: proxy.host },
		exchange: (exchange) => dispatch(dispatcher, origin, exchange, clock),
		close() {
			dispatcher.destroy().catch(() => void 0);
		}
	};
}
function expectManyAnswers() {
	process.getBuiltinModule("node:v8").setFlagsFromString("--wasm-tiering-budget=1000000000");
}
async function proxied(proxy, options) {
	const [{ default: ProxyAgent }, { default: connect }] = await Promise.all([__nccwpck_require__.e(/* import() */ 316).then(__nccwpck_require__.bind(__nccwpck_require__, 9316)).then((m) => /* @__PURE__ */ (0,rolldown_runtime.r)(m.default, 1)), __nccwpck_require__.e(/* import() */ 35).then(__nccwpck_require__.bind(__nccwpck_require__, 6035)).then((m) => /* @__PURE__ */ (0,rolldown_runtime.r)(m.default, 1))]);
	Object.assign(import_dispatcher.default.prototype, { connect });
	const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
	const token = credentials === ":" ? {} : { token: `Basic ${Buffer.from(credentials).toString("base64")}` };
	return new ProxyAgent({
		...options,
		uri: proxy.origin,
		...token
	});
}
function dispatch(dispatcher, origin, exchange, clock) {
	const { method, path, headers, body, signal, limit } = exchange;
	return new Promise((resolve, reject) => {
		if (signal.aborted) return reject(new Unanswered(signal.reason, false));
		const chunks = [];
		let size = 0;
		let status = 0;
		let fields = {};
		let controller;
		let ended;
		const finish = (settle) => {
			cancelLimit();
			stopListening();
			settle();
		};
		const end = (reason) => {
			ended = asError(reason);
			finish(() => reject(new Unanswered(reason, controller !== void 0)));
			controller?.abort(ended);
		};
		const stopListening = onAbort(signal, end);
		const cancelLimit = clock.after(limit, () => end(new DOMException("no answer in time", "TimeoutError")));
		dispatcher.dispatch({
			origin,
			method,
			path,
			headers: { ...headers },
			body: body ?? null
		}, {
			onRequestStart(started) {
				controller = started;
				if (ended !== void 0) started.abort(ended);
			},
			onResponseStart(_, statusCode, responseHeaders) {
				status = statusCode;
				fields = responseHeaders;
			},
			onResponseData(current, chunk) {
				size += chunk.length;
				if (size > LARGEST_BODY$1) current.abort(new DOMException("the answer is too large", "QuotaExceededError"));
				else chunks.push(chunk);
			},
			onResponseEnd() {
				const answer = () => ({
					status,
					headers: fields,
					text: Buffer.concat(chunks).toString("utf8")
				});
				finish(() => process.nextTick(() => setImmediate(() => resolve(answer()))));
			},
			onResponseError(_, error) {
				finish(() => reject(isNetworkError(error) ? new Unanswered(error, controller !== void 0) : error));
			}
		});
	});
}
function onAbort(signal, end) {
	let act = end;
	const listener = () => act?.(signal.reason);
	signal.addEventListener("abort", listener);
	return () => {
		act = void 0;
		signal.removeEventListener("abort", listener);
	};
}
function asError(reason) {
	return reason instanceof Error ? reason : new Error(String(reason));
}
// src/datadog/session.ts
function remaining(session) {
	return session.deadline - session.clock.now();
}
async function pause(session, milliseconds, why) {
	if (why !== "") session.say(`${why} Next try in ${duration(milliseconds)}.`);
	await session.clock.sleep(milliseconds, session.signal);
	if (session.signal.aborted) throw reasonOf$1(session.signal);
}
function reasonOf$1(signal) {
	return signal.reason instanceof Stopped ? signal.reason : new Stopped("cancelled", "the run was cancelled", { cause: signal.reason });
}
var Gate = class {
	opensAt = 0;
	#isNarrow = false;
	#turn = Promise.resolve();
	closeUntil(time) {
		this.opensAt = Math.max(this.opensAt, time);
		this.#isNarrow = true;
	}
	async enter() {
		if (!this.#isNarrow) return () => void 0;
		const before = this.#turn;
		const { promise, resolve } = Promise.withResolvers();
		this.#turn = promise;
		await before;
		return resolve;
	}
};
async function openSession(peer, { env, addSecret, ...shared }) {
	const proxy = proxyFor(peer.origin, env);
	if ("problem" in proxy) throw new Failure("invalid-input", proxy.problem, { advice: "" });
	if (proxy.value !== void 0) {
		const { username, password } = proxy.value;
		for (const part of [password || username, decodeURIComponent(password || username)]) addSecret(part);
		if (password !== "") addSecret(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
		shared.say(`Reaching ${new URL(peer.origin).host} through the proxy ${proxy.value.host}.`);
	}
	return {
		...shared,
		...peer,
		headers: {
			accept: "application/json",
			"accept-encoding": "identity",
			"user-agent": `datadog-mappings/${version$1} (node ${process.versions.node}; os ${process.platform}; arch ${process.arch})`,
			...peer.headers
		},
		gate: new Gate(),
		transport: await createTransport(peer.origin, proxy.value, shared.clock)
	};
}
const SECOND_HALF = 7e3;
function secondHalf(session, milliseconds) {
	const { clock, signal } = session;
	const stop = new AbortController();
	let deadline = 0;
	let cancel = () => {};
	const endAt = (time) => {
		deadline = time;
		cancel();
		cancel = clock.after(Math.max(0, time - clock.now()), () => stop.abort(new Stopped("timeout", `the ${milliseconds / 1e3} s for it passed`)));
	};
	endAt((signal.aborted ? clock.now() : session.deadline) + milliseconds);
	signal.addEventListener("abort", () => endAt(clock.now() + milliseconds), { once: true });
	return {
		...session,
		signal: stop.signal,
		get deadline() {
			return deadline;
		}
	};
}
// src/datadog/pages.ts
const TRIES = 3;
const PAUSE = 500;
async function readAllPages(session, list) {
	for (let tries = 1;; tries++) {
		const items = await readOnce(list);
		if (items !== void 0) return items;
		if (tries === TRIES) throw failureOf({
			purpose: list.purpose,
			tries
		}, UNEVEN);
		await pause(session, PAUSE, `The pages did not add up: ${session.server}'s list may have changed meanwhile.`);
	}
}
const UNEVEN = {
	reason: "bad-response",
	why: "the pages did not add up to the declared total",
	advice: "Run the step again when no other run changes what the list shows."
};
async function readOnce({ size, readPage }) {
	const found = /* @__PURE__ */ new Map();
	let declared;
	for (let number = 0;; number++) {
		const { items, total } = await readPage(number);
		if (number > 0 && total !== declared) return void 0;
		declared = total;
		for (const item of items) {
			if (found.has(item.id)) return void 0;
			found.set(item.id, item);
		}
		if (items.length === 0 || (total === void 0 ? items.length < size : found.size >= total)) return total === void 0 || found.size === total ? [...found.values()] : void 0;
	}
}
async function readListing(session, listing, readPage) {
	const { resourceType, pageNumber } = listing;
	const both = resourceType === void 0 && pageNumber === void 0;
	const mappings = /* @__PURE__ */ new Map();
	for (const type of both ? ["role", "team"] : [resourceType ?? "role"]) for (const mapping of await readType(session, listing, type, readPage)) mappings.set(mapping.id, mapping);
	return [...mappings.values()];
}
function listingFor(kind, wanted) {
	if (kind !== "authn") return {};
	const resourceType = wanted.roleId !== void 0 ? "role" : wanted.teamId !== void 0 ? "team" : void 0;
	return {
		...wanted.attributeValue !== void 0 && { filter: wanted.attributeValue },
		...resourceType !== void 0 && { resourceType }
	};
}
async function readType(session, { filter, sort, pageNumber, pageSize: size = 100 }, type, readPage) {
	const read = (number) => {
		return readPage(`?${new URLSearchParams({
			"page[size]": String(size),
			"page[number]": String(number),
			resource_type: type,
			...filter !== void 0 && { filter },
			...sort !== void 0 && { sort }
		})}`, ` (${type}s, page ${number})`);
	};
	if (pageNumber !== void 0) return [...(await read(pageNumber)).items];
	return readAllPages(session, {
		purpose: `list the AuthN mappings (${type}s)`,
		size,
		readPage: read
	});
}
// src/mappings/kinds.ts
const AWS = {
	identity: ["arnPattern"],
	principal: arnPatternOf
};
const GITHUB = {
	identity: ["claims"],
	principal: claimsOf
};
const PERSONA = {
	persona: true,
	target: accountOf$1
};
const INTAKE = {
	persona: false,
	target: () => "telemetry intake"
};
const CLOUD = {
	duplicates: false,
	settingsPage: "workload-identity-federation"
};
const KINDS = {
	"aws-persona": kind("aws-persona", "AWS persona mapping", {
		...CLOUD,
		...AWS,
		...PERSONA,
		sibling: "aws-intake"
	}),
	"aws-intake": kind("aws-intake", "AWS intake mapping", {
		...CLOUD,
		...AWS,
		...INTAKE,
		sibling: "aws-persona"
	}),
	"github-persona": kind("github-persona", "GitHub persona mapping", {
		...CLOUD,
		...GITHUB,
		...PERSONA,
		sibling: "github-intake"
	}),
	"github-intake": kind("github-intake", "GitHub intake mapping", {
		...CLOUD,
		...GITHUB,
		...INTAKE,
		sibling: "github-persona"
	}),
	authn: kind("authn", "AuthN mapping", {
		identity: ["attributeKey", "attributeValue"],
		oneOf: ["roleId", "teamId"],
		persona: false,
		duplicates: true,
		settingsPage: "mappings",
		principal: (mapping) => `${visible(mapping.attributeKey ?? "?")}=${visible(mapping.attributeValue ?? "?")}`,
		target: roleOrTeam
	})
};
function kind(name, title, meaning) {
	return {
		name,
		title,
		...meaning
	};
}
const ALL_KINDS = KIND_NAMES.map((name) => KINDS[name]);
function identityNames({ identity, oneOf }) {
	return oneOf === void 0 ? identity : [...identity, ...oneOf];
}
function hasIdentity({ identity, oneOf }, mapping) {
	const isThere = (name) => mapping[name] !== void 0;
	return identity.every(isThere) && (oneOf === void 0 || oneOf.some(isThere));
}
function writtenNames({ name }) {
	return WRITTEN[name];
}
function writtenOf(mapping) {
	return defined(Object.fromEntries(writtenNames(KINDS[mapping.kind]).map((name) => [name, mapping[name]])));
}
function neededNames(kind) {
	return writtenNames(kind).filter((name) => !kind.oneOf?.includes(name));
}
const WRITTEN = Object.fromEntries(ALL_KINDS.map((kind) => [kind.name, kind.persona ? [...identityNames(kind), "accountIdentifier"] : identityNames(kind)]));
function describe(kind, mapping) {
	return `${kind.principal(mapping)} → ${kind.target(mapping)}`;
}
function named(mapping) {
	const kind = KINDS[mapping.kind];
	return `the ${kind.title} ${mapping.id} (${describe(kind, mapping)})`;
}
function fitsIdentity(kind, wanted, live) {
	return identityNames(kind).every((name) => wanted[name] === void 0 || attributeText(wanted, name) === attributeText(live, name));
}
function identityKey(kind, mapping) {
	if (kind.identity[0] === "arnPattern" && mapping.arnPattern !== void 0) return `[${JSON.stringify(mapping.arnPattern)}]`;
	return JSON.stringify(identityNames(kind).map((name) => attributeText(mapping, name) ?? null));
}
function sameAccount(kind, wanted, live) {
	const identifier = wanted.accountIdentifier?.toLowerCase();
	if (!kind.persona || identifier === void 0) return true;
	if (identifier === live.accountIdentifier?.toLowerCase() || identifier === live.accountUuid?.toLowerCase()) return true;
	return isUuid(identifier) && live.accountUuid !== void 0 ? false : void 0;
}
function shareAccount(one, other) {
	if (one.accountUuid !== void 0 && other.accountUuid !== void 0) return one.accountUuid.toLowerCase() === other.accountUuid.toLowerCase();
	return sameAccount(KINDS[one.kind], one, other) === true;
}
function attributeText(mapping, name) {
	const value = mapping[name];
	return typeof value === "object" ? JSON.stringify(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)) : value;
}
function arnPatternOf(mapping) {
	return visible(mapping.arnPattern ?? "no ARN pattern");
}
function claimsOf(mapping) {
	const first = ["repository", "sub"];
	return Object.keys(mapping.claims ?? {}).sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)) || (a < b ? -1 : 1)).map((name) => `${word(name)}=${word(mapping.claims?.[name] ?? "")}`).join(" ") || "no claims";
}
function word(text) {
	return /^[^\s"=]+$/.test(text) ? visible(text) : `"${visible(text).replaceAll("\"", "\\u0022")}"`;
}
function accountOf$1(mapping) {
	const { accountIdentifier: identifier, accountUuid: uuid, accountName } = mapping;
	const name = identifier === void 0 || identifier === uuid ? accountName : identifier;
	if (uuid === void 0 || name === void 0) return visible(name ?? uuid ?? "an unknown account");
	return `${visible(name)} (${visible(uuid)})`;
}
function roleOrTeam(mapping) {
	const { roleName, teamName } = mapping;
	if (mapping.roleId !== void 0) return `role ${idAndName(mapping.roleId, roleName)}`;
	return mapping.teamId === void 0 ? "no role or team" : `team ${idAndName(mapping.teamId, teamName)}`;
}
function idAndName(id, name) {
	return name ? `${visible(name)} (${visible(id)})` : visible(id);
}
// src/mappings/arn/arn-overlap.ts
const CALLER_SHAPES = [
	/^arn:[^:*]+:sts::\d{12}:assumed-role\/[^/*]+\/[^/*]+$/,
	/^arn:[^:*]+:sts::\d{12}:federated-user\/[^/*]+$/,
	/^arn:[^:*]+:iam::\d{12}:user\/(?:[^/*]+\/)*[^/*]+$/
];
const isCallerArn = (text) => CALLER_SHAPES.some((shape) => shape.test(text));
function patternMatchesCaller(pattern, callerArn) {
	return isCallerArn(callerArn) && (pattern === callerArn || isBelow(callerArn, pattern));
}
function canMatch(pattern) {
	if (pattern.includes("?")) return false;
	return [
		"",
		"x",
		"x/x"
	].some((below) => patternMatchesCaller(pattern, pattern.replace(/\*$/, below)));
}
function overlap(a, b) {
	if (a === b) return "equal";
	if (isBelow(b, a)) return "covers";
	if (isBelow(a, b)) return "covered-by";
	return "disjoint";
}
function isBelow(lower, upper) {
	if (!upper.endsWith("/*")) return false;
	const start = upper.slice(0, -1);
	return lower.length > start.length && lower.startsWith(start) && lower !== upper;
}
function isOverUsers(pattern) {
	return /:(?:user|federated-user)\/(?:.*\/)?\*$/.test(pattern);
}
// src/mappings/arn/arn-resource.ts
const isAccountNumber = (text) => /^\d{12}$/.test(text);
function namesProblem(text, arn, options, correction) {
	const [type = "", ...names] = arn.resource.split("/");
	if (type === "root" && names.length === 0) return void 0;
	const filled = names.filter((name) => name !== "");
	const corrected = (...parts) => correction({
		...arn,
		resource: [type, ...parts].join("/")
	});
	if (filled.length === 0) return `"${text}" names no ${noun(type)} after "${type}"; write its name, such as "${exampleOf(arn, type)}".`;
	if (filled.length < names.length) return `"${text}" has an empty part between or after its slashes; ${corrected(...type === "assumed-role" && filled.length === 1 ? [...filled, "*"] : filled)}.`;
	if (names.some((name) => /[*?]/.test(name))) return type === "role" && !options.rewriteRoleArn && /^[^*?]+\/\*$/.test(names.join("/")) ? void 0 : wildcardProblem(text, arn, type, names, corrected);
}
function wildcardProblem(text, arn, type, names, corrected) {
	const firstWild = names.findIndex((name) => /[*?]/.test(name));
	const fixed = names.slice(0, firstWild);
	const onlyAtEnd = firstWild === names.length - 1 && names[firstWild] === "*";
	if (fixed.length === 0) return `"${text}" has a wildcard in the ${noun(type)}'s name, and Datadog takes one only as "/*" after the whole name; make one mapping for each ${noun(type)}, such as "${exampleOf(arn, type)}".`;
	if (type === "role") {
		const name = onlyAtEnd || names[firstWild] === "*" ? fixed.at(-1) : void 0;
		return `"${text}" has a wildcard over roles, and Datadog knows one over the sessions of a role only; ${name === void 0 ? `make one mapping for each role, such as "${exampleOf(arn, type)}"` : `for the sessions of the role "${name}" ${corrected(name)}`}.`;
	}
	if (onlyAtEnd) return void 0;
	return `"${text}" has a wildcard in the wrong place, and Datadog takes a wildcard only as "/*" at the end; ${corrected(...type === "assumed-role" ? fixed.slice(0, 1) : fixed, "*")}.`;
}
const noun = (type) => type === "assumed-role" ? "role" : type.replace(/-/g, " ");
function exampleOf(arn, type) {
	if (type === "user") return `arn:${arn.partition}:iam::${arn.account}:user/USER-NAME`;
	const resource = type === "federated-user" ? "federated-user/NAME" : "assumed-role/ROLE-NAME/*";
	return `arn:${arn.partition}:sts::${arn.account}:${resource}`;
}
function resourceWarnings(text, arn, correction) {
	const [type = "", ...names] = arn.resource.split("/");
	const reason = neverMatches(arn, correction);
	return [...reason === void 0 ? [] : [`"${text}" can never match a caller: ${reason}.`], ...characterWarnings(text, type, names)];
}
function neverMatches(arn, correction) {
	const [type = "", ...names] = arn.resource.split("/");
	const last = names.at(-1) ?? "";
	switch (type) {
		case "user": return;
		case "assumed-role": {
			if (names.length === 2) return void 0;
			if (names.length === 1) return `the session is missing; ${correction({
				...arn,
				resource: `${arn.resource}/*`
			})}`;
			const name = names.at(-2) ?? "";
			return `the ARN of a session has the role's name without its path; ${correction({
				...arn,
				resource: `assumed-role/${name}/${last}`
			})}`;
		}
		case "federated-user":
			if (names.length === 1) return void 0;
			return `nothing comes below a federated user; ${correction({
				...arn,
				resource: `federated-user/${names[0] ?? ""}`
			})}`;
		case "role": return `callers have the ARN of a session, not of the role; ${correction({
			...arn,
			resource: arn.resource.replace(/\/\*$/, "")
		})}`;
		case "root": return `Datadog maps sessions of roles and users, not the root user; write "${exampleOf(arn, type)}"`;
		default: return `callers are sessions of roles and users, never of the type "${type}"; write the role or user behind it, such as "${exampleOf(arn, type)}"`;
	}
}
function characterWarnings(text, type, names) {
	const path = type === "user" ? names.slice(0, -1).join("") : "";
	const name = (type === "user" ? names.slice(-1) : names).filter((part) => part !== "*").join("");
	const odd = [.../* @__PURE__ */ new Set(`${name.replace(/[\w.@-]/g, "")}${path.replace(/[\w.@:-]/g, "")}`)];
	if (odd.length === 0) return [];
	return [`"${text}" contains ${odd.map((character) => `"${character}"`).join(" ")}, ${odd.every((character) => "+=,:".includes(character)) ? "which Datadog's Terraform provider refuses; if the mapping does not work, rename the role or user" : "which IAM allows in no name, so that no caller is likely to match; check the spelling"}.`];
}
// src/mappings/arn/pasted-text.ts
const EXAMPLE_PATTERN = "arn:aws:sts::123456789012:assumed-role/ROLE-NAME/*";
const LONGEST_ARN = 2048;
function pastedProblem(text) {
	const form = `write an ARN pattern such as "${EXAMPLE_PATTERN}"`;
	if (text === "") return `the value is empty; ${form}.`;
	if (text.length > 2048) return `the value is ${text.length} characters long, and no ARN is longer than ${LONGEST_ARN}; ${form}.`;
	return unexpandedProblem(text, form) ?? enclosedProblem(text) ?? (text.includes("***") ? maskedProblem(text) : void 0) ?? spaceProblem(text) ?? (/^arn:/i.test(text) ? void 0 : otherThingProblem(text, form));
}
const ARN_INSIDE = /arn:[^\s"'`\\,;(){}[\]<>]+/gi;
function enclosedProblem(text) {
	const inside = text.match(ARN_INSIDE) ?? [];
	if (/^[[{]/.test(text)) return `the value is JSON, not an ARN; pass ${inside[0] === void 0 ? "the ARN alone" : `only "${inside[0]}"`} (for the AWS CLI: --query Role.Arn --output text).`;
	if (inside.length > 1) return `"${text}" holds ${inside.length} ARNs, and one step maps one; use a matrix, or a mappings file with apply.`;
	if (/^["'`<(]|["'`>)]$/.test(text) && inside[0] !== void 0) return `the value has quotes or brackets around it that are part of it; write "${inside[0]}".`;
}
function unexpandedProblem(text, form) {
	const left = /\$\{\{.*?\}\}|\$\{[^}]*\}?|\$\([^)]*\)?|\$[A-Za-z_]\w*|\{\{.*?\}\}|%[A-Za-z_]\w*%|<(?!arn:)[^<>]*>/.exec(text)?.[0];
	if (left === void 0) return void 0;
	if (left.startsWith("<")) return `"${text}" still has the placeholder "${left}" in it; ${form}.`;
	return `"${text}" contains "${left}", which was not replaced: inputs and mappings files do not expand shell or template variables; write the value, or, in an input, a GitHub expression such as \${{ env.NAME }} or \${{ steps.ID.outputs.NAME }}.`;
}
const maskedProblem = (text) => `"${text}" contains "***", which the log shows in place of a masked value (usually the account number), so it was copied from a log; pass the ARN from the step that made it, and keep the account number in a variable (vars) rather than a secret.`;
function spaceProblem(text) {
	const inside = text.match(ARN_INSIDE)?.[0];
	if (/\s/.test(text) && inside !== void 0 && !/^arn:/i.test(text)) return `the value has other text around its ARN; write "${inside}".`;
	if (/[\r\n]/.test(text)) return `the value has a line break in it, and an ARN has one line; write it without: "${joined$1(text)}".`;
	if (/\s/.test(text)) return `"${text}" has white space in it; write "${joined$1(text)}".`;
	if (invisibleProblem(text) !== void 0) return `"${visible(text)}" has an invisible character in it, as copied from a document; write "${joined$1(text)}".`;
}
const joined$1 = (text) => withoutInvisible(text.replace(/\s+/g, ""));
function otherThingProblem(text, form) {
	if (isAccountNumber(text)) return `"${text}" is an account number, not an ARN; write "arn:aws:sts::${text}:assumed-role/ROLE-NAME/*".`;
	if (/^arn%3a/i.test(text)) return `"${text}" is URL-encoded; write it with ":" for "%3A" and "/" for "%2F".`;
	if (/^[A-Za-z0-9/+=]{32,}$/.test(text)) return `the value is not an ARN and looks like a key; ${form}.`;
	if (/^A[RKSG][A-Z]A[A-Z0-9]{12,}/.test(text)) return `"${text}" is the id of a key, user or role, not an ARN; ${form}.`;
	if ((text.startsWith("aws") ? /^aws[a-z-]*:[^:]*:.*$/.exec(text) : null) !== null) return `"${text}" lacks the beginning of an ARN; write "arn:${text}".`;
	const path = /^\/?(role|assumed-role|user|federated-user)\/(.+)$/.exec(text);
	if (path?.[1] !== void 0 && path[2] !== void 0) return resourceProblem$1(text, path[1], path[2]);
	if (/^[\w+=,.@-]{1,64}$/.test(text)) return `"${text}" is a name, not an ARN; for the role of that name write "arn:aws:sts::123456789012:assumed-role/${text}/*" with your account number.`;
	return `"${text}" is not an ARN; ${form}.`;
}
function resourceProblem$1(text, type, rest) {
	const service = type.endsWith("role") || type === "federated-user" ? "sts" : "iam";
	const names = rest.split("/").filter((name) => name !== "" && name !== "*");
	return `"${text}" is the end of an ARN only; write "arn:aws:${service}::123456789012:${type === "role" ? `assumed-role/${names.at(-1) ?? "ROLE-NAME"}/*` : `${type}/${rest}`}" with your account number.`;
}
// src/mappings/arn/arn-pattern.ts
function diagnoseArnPattern(text, options) {
	const diagnosis = diagnose(text, options, correction);
	return "problem" in diagnosis && !options.rewriteRoleArn ? literally(text, diagnosis.problem) : diagnosis;
}
function literally(text, problem) {
	if (text === "" || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)) return { problem };
	return {
		value: { pattern: text },
		warnings: [`sent as it is, because of rewrite-role-arn: false. ${problem}`]
	};
}
const SOUND_SESSIONS = /^arn:aws:sts::\d{12}:assumed-role\/[\w.@-]{1,64}\/(?:\*|[\w.@-]{1,64})$/;
const SOUND_ROLE = /^(arn:aws):iam(::\d{12}:)role\/(?:[\w.@-]{1,64}\/){0,8}([\w.@-]{1,64})$/;
function diagnose(text, options, correction) {
	if (SOUND_SESSIONS.test(text)) return {
		value: { pattern: text },
		warnings: []
	};
	const role = options.rewriteRoleArn ? SOUND_ROLE.exec(text) : null;
	if (role !== null) {
		const [, start, account, name] = role;
		return {
			value: {
				pattern: `${start}:sts${account}assumed-role/${name}/*`,
				rewrittenFrom: text
			},
			warnings: []
		};
	}
	const pasted = pastedProblem(text);
	if (pasted !== void 0) return { problem: pasted };
	const fields = text.split(":");
	if (fields.length < 6) return { problem: fewFieldsProblem(text, fields, correction) };
	const [prefix = "", partition = "", service = "", region = "", account = "", ...rest] = fields;
	const arn = {
		partition,
		service,
		region,
		account,
		resource: rest.join(":")
	};
	const problem = caseProblem(text, prefix, arn, correction) ?? fieldsProblem(text, arn, correction) ?? resourceProblem(text, arn, options, correction);
	if (problem !== void 0) return { problem };
	return options.rewriteRoleArn && arn.resource.startsWith("role/") ? rewritten(text, arn, correction) : unchanged$1(text, arn, correction);
}
function uselessness(pattern) {
	if (canMatch(pattern)) return void 0;
	const checked = diagnose(pattern, { rewriteRoleArn: false }, correction);
	const [, partition = "", service = "", region = "", account = "", ...rest] = pattern.split(":");
	return `"${pattern}" can never match a caller: ${(("problem" in checked ? checked.problem : neverMatches({
		partition,
		service,
		region,
		account,
		resource: rest.join(":")
	}, correction)) ?? "no caller has such an ARN").replace(/\.$/, "")}`;
}
function lookUpPatterns(text, options) {
	const diagnosis = diagnoseArnPattern(text, options);
	if ("problem" in diagnosis || diagnosis.value.pattern === text) return [text];
	return [text, diagnosis.value.pattern];
}
function accountOf(pattern) {
	return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(pattern)?.[1];
}
function unchanged$1(text, arn, correction) {
	return {
		value: { pattern: text },
		warnings: [...resourceWarnings(text, arn, correction), ...partitionWarnings(arn)]
	};
}
function rewritten(text, arn, correction) {
	const name = arn.resource.slice(arn.resource.lastIndexOf("/") + 1);
	const sessions = {
		...arn,
		service: "sts",
		resource: `assumed-role/${name}/*`
	};
	const pattern = arnText(sessions);
	const warnings = [...resourceWarnings(pattern, sessions, correction), ...partitionWarnings(arn)];
	return {
		value: {
			pattern,
			rewrittenFrom: text
		},
		warnings
	};
}
const arnText = (arn) => [
	"arn",
	arn.partition,
	arn.service,
	arn.region,
	arn.account,
	arn.resource
].join(":");
const correction = (candidate) => {
	const diagnosis = diagnose(arnText(candidate), { rewriteRoleArn: true }, () => WRITE_EXAMPLE);
	return "problem" in diagnosis ? WRITE_EXAMPLE : `write "${diagnosis.value.pattern}"`;
};
const WRITE_EXAMPLE = `write a pattern such as "${EXAMPLE_PATTERN}"`;
function fewFieldsProblem(text, fields, correction) {
	const [, partition = "", service = "", account = "", resource = ""] = fields;
	const advice = fields.length === 5 && isAccountNumber(account) ? correction({
		partition,
		service,
		region: "",
		account,
		resource
	}) : WRITE_EXAMPLE;
	return `"${text}" has ${fields.length - 1} of the five colons of an ARN; ${advice}.`;
}
function caseProblem(text, prefix, arn, correction) {
	const [type = "", ...names] = arn.resource.split("/");
	const wrong = [
		prefix,
		arn.partition,
		arn.service,
		type
	].find((part) => part !== part.toLowerCase());
	if (wrong === void 0) return void 0;
	const resource = [type.toLowerCase(), ...names].join("/");
	return `"${text}" has "${wrong}" in upper case, and ARNs are compared letter by letter; ${correction({
		...arn,
		partition: arn.partition.toLowerCase(),
		service: arn.service.toLowerCase(),
		resource
	})}.`;
}
function fieldsProblem(text, arn, correction) {
	const wild = Object.entries({
		partition: arn.partition,
		service: arn.service,
		region: arn.region,
		"account number": arn.account
	}).filter(([, value]) => /[*?]/.test(value)).map(([name]) => name)[0];
	if (wild !== void 0) return `"${text}" has a wildcard in its ${wild}, and Datadog takes one only as "/*" at the end; make one mapping for each account, and ${correction(withoutWildcards(arn))}.`;
	if (!/^aws(?:-[a-z]+)*$/.test(arn.partition)) return `"${text}" names the partition "${arn.partition}", and AWS has none of that name; ${correction({
		...arn,
		partition: nearest(arn.partition, PARTITIONS) ?? "aws"
	})}.`;
	if (isAccountNumber(arn.region) && arn.account === "") return `"${text}" has the account number one colon too early; ${correction({
		...arn,
		region: "",
		account: arn.region
	})}.`;
	if (arn.service !== "iam" && arn.service !== "sts") return `"${text}" names something of the service "${arn.service}", and only IAM users and sessions of roles can be mapped; write the ARN of the role that it runs as, such as "${EXAMPLE_PATTERN}".`;
	if (arn.region !== "") return `"${text}" names the region "${arn.region}", and IAM and STS have none; ${correction({
		...arn,
		region: ""
	})}.`;
	return accountProblem(text, arn, correction);
}
const PARTITIONS = [
	"aws",
	"aws-cn",
	"aws-us-gov",
	"aws-iso",
	"aws-iso-b",
	"aws-iso-e",
	"aws-iso-f",
	"aws-eusc"
];
const withoutWildcards = (arn) => ({
	...arn,
	partition: /[*?]/.test(arn.partition) ? "aws" : arn.partition,
	service: /[*?]/.test(arn.service) ? serviceOf(arn.resource) : arn.service,
	region: ""
});
const serviceOf = (resource) => /^(?:assumed-role|federated-user)\//.test(resource) ? "sts" : "iam";
function accountProblem(text, arn, correction) {
	const digits = arn.account.replace(/[-_]/g, "");
	if (isAccountNumber(arn.account)) return void 0;
	if (arn.account === "") {
		const shifted = /^:?(\d{12}):(.+)$/.exec(arn.resource);
		if (shifted?.[1] === void 0 || shifted[2] === void 0) return `"${text}" has no account number; ${WRITE_EXAMPLE}.`;
		return `"${text}" has too many colons before the account number; ${correction({
			...arn,
			account: shifted[1],
			resource: shifted[2]
		})}.`;
	}
	if (isAccountNumber(digits)) return `"${text}" has "${arn.account}" as the account number, and an ARN has it without dashes; ${correction({
		...arn,
		account: digits
	})}.`;
	if (/^\d{7,11}$/.test(arn.account)) return `"${text}" has an account number of ${arn.account.length} digits instead of 12: leading zeros are lost when it stands in YAML without quotes; ${correction({
		...arn,
		account: arn.account.padStart(12, "0")
	})} if that is your account.`;
	return `"${text}" has "${arn.account}" where an account number of 12 digits belongs; ${WRITE_EXAMPLE}.`;
}
function resourceProblem(text, arn, options, correction) {
	const colon = /^([a-z-]+):(.*)$/.exec(arn.resource);
	if (colon?.[1] !== void 0 && IAM_TYPES.concat(STS_TYPES).includes(colon[1])) {
		const resource = arn.resource.replaceAll(":", "/");
		return `"${text}" has ":" after "${colon[1]}" where "/" belongs; ${correction({
			...arn,
			resource
		})}.`;
	}
	const [type = "", ...names] = arn.resource.split("/");
	const service = IAM_TYPES.includes(type) ? "iam" : STS_TYPES.includes(type) ? "sts" : void 0;
	if (service === void 0) return unknownTypeProblem(text, arn, type, correction);
	if (service !== arn.service) {
		const resource = type === "role" ? `assumed-role/${names.filter((name) => name !== "*").at(-1) ?? ""}/*` : arn.resource;
		const right = {
			...arn,
			service: type === "role" ? "sts" : service,
			resource
		};
		return `"${text}" has the service "${arn.service}", and "${type}" belongs to "${service}"; ${correction(right)}.`;
	}
	return namesProblem(text, arn, options, correction);
}
const IAM_TYPES = [
	"role",
	"user",
	"root",
	"group",
	"instance-profile",
	"policy",
	"mfa",
	"u2f",
	"server-certificate",
	"saml-provider",
	"oidc-provider",
	"access-report"
];
const STS_TYPES = ["assumed-role", "federated-user"];
function unknownTypeProblem(text, arn, type, correction) {
	const meant = nearest(type, [...STS_TYPES, ...IAM_TYPES]);
	return `"${text}" names "${type}", and only "assumed-role", "user" and "federated-user" can be callers; ${meant === void 0 ? WRITE_EXAMPLE : correction({
		...arn,
		service: STS_TYPES.includes(meant) ? "sts" : "iam",
		resource: meant + arn.resource.slice(type.length)
	})}.`;
}
function partitionWarnings(arn) {
	if (arn.partition === "aws") return [];
	return [`Datadog does not document whether it takes the partition "${arn.partition}"; it is sent as given.`];
}
// src/mappings/attributes.ts
const TEXTS = {
	arnPattern: {
		field: "arn-pattern",
		check: checkArnPattern
	},
	accountIdentifier: {
		field: "account-identifier",
		check: checkAccountIdentifier
	},
	attributeKey: {
		field: "attribute-key",
		check: checkSamlText
	},
	attributeValue: {
		field: "attribute-value",
		check: checkSamlText
	},
	roleId: {
		field: "role-id",
		check: (text) => checkUuid(text, "role")
	},
	teamId: {
		field: "team-id",
		check: (text) => checkUuid(text, "team")
	}
};
const NAMES$1 = {
	role: { resolvesTo: "roleId" },
	team: { resolvesTo: "teamId" }
};
const NAME_FIELDS = Object.keys(NAMES$1);
const resolvesTo = (name) => NAMES$1[name].resolvesTo;
const nameFor = (attribute) => NAME_FIELDS.find((name) => resolvesTo(name) === attribute);
const TEXT_ATTRIBUTES = Object.keys(TEXTS);
const MEMBERS = {
	kind: { field: "kind" },
	id: { field: "mapping-id" },
	arnPattern: TEXTS.arnPattern,
	claims: { field: "claims" },
	accountIdentifier: TEXTS.accountIdentifier,
	accountUuid: { field: "account-uuid" },
	attributeKey: TEXTS.attributeKey,
	attributeValue: TEXTS.attributeValue,
	roleId: TEXTS.roleId,
	roleName: { field: "role-name" },
	teamId: TEXTS.teamId,
	teamName: { field: "team-name" },
	createdAt: { field: "created-at" },
	modifiedAt: { field: "modified-at" }
};
const MEMBER_NAMES = Object.keys(MEMBERS);
const READ_ONLY_NAMES = MEMBER_NAMES.filter((name) => name !== "kind" && name !== "claims" && !(name in TEXTS));
function fieldOf(name) {
	return MEMBERS[name].field;
}
async function checkAttributes(given, options, collect, checking) {
	const attributes = checkTexts(given, options, collect);
	if (given.claims === void 0) return attributes;
	const claims = collect(MEMBERS.claims.field, await checkClaims(given.claims, options, checking));
	return claims === void 0 ? attributes : {
		...attributes,
		claims
	};
}
function checkTexts(given, options, collect) {
	const attributes = {};
	for (const name of TEXT_ATTRIBUTES) {
		const text = given[name];
		const value = text === void 0 ? void 0 : collect(TEXTS[name].field, checkText(name, text, options));
		if (value !== void 0) attributes[name] = value;
	}
	return attributes;
}
function checkText(name, text, options) {
	return visibleOnly(TEXTS[name].check(text, options));
}
function visibleOnly(checked) {
	if ("problem" in checked) return checked;
	const problem = invisibleProblem(checked.value);
	return problem === void 0 ? checked : { problem };
}
function isReadAsItIs(name, text, options) {
	const checked = checkText(name, text, options);
	return "value" in checked && checked.value === text;
}
function checkNames(given, options, collect) {
	const names = {};
	for (const name of NAME_FIELDS) {
		const text = given[name];
		const value = text === void 0 ? void 0 : collect(name, visibleOnly(checkSamlText(text, options)));
		if (value !== void 0) names[name] = value;
	}
	return names;
}
async function checkClaims(entries, { literal }, checking) {
	if (literal) return (await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8789)).then((n) => n.n)).exactClaims(entries);
	return (await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5191))).compileClaims(entries, checking);
}
function checkArnPattern(text, { rewriteRoleArn, literal = false }) {
	const checked = diagnoseArnPattern(text, { rewriteRoleArn: rewriteRoleArn && !literal });
	if ("problem" in checked) return checked;
	const { pattern, rewrittenFrom } = checked.value;
	if (rewrittenFrom === void 0) return {
		value: pattern,
		warnings: checked.warnings
	};
	const notice = `the IAM role ARN ${rewrittenFrom} was rewritten to ${pattern}, the ARN that AWS reports for callers in that role. Set rewrite-role-arn: false to send it as it is.`;
	return {
		value: pattern,
		warnings: checked.warnings,
		notices: [notice]
	};
}
function checkAccountIdentifier(text, { literal }) {
	if (text.length > 320) return { problem: `the value has ${text.length} characters; an email or handle has at most 320.` };
	const leftover = literal ? void 0 : leftoverProblem(text);
	if (leftover !== void 0) return { problem: leftover };
	const unfit = text.includes("@") ? /[\s<>,;"`“”„«»]|^['‘’]|['‘’]$/ : /^\s|\s$/;
	if (!literal && unfit.test(text)) return { problem: `"${visible(text)}" is not an email, a handle, or the UUID or name of a service account. Give it alone, as in deployer@example.com.` };
	return {
		value: text,
		warnings: []
	};
}
function checkSamlText(text, { literal }) {
	if (text.length > 4096) return { problem: `the value has ${text.length} characters; at most 4096 are allowed.` };
	const leftover = literal ? void 0 : leftoverProblem(text);
	if (leftover !== void 0) return { problem: leftover };
	return {
		value: text,
		warnings: []
	};
}
function checkUuid(text, whose) {
	if (isUuid(text)) return {
		value: text.toLowerCase(),
		warnings: []
	};
	return { problem: `${quotedVisibly(text)} is not a UUID. Give the id, which Datadog shows in the address of the ${whose}'s page, or the name as ${whose}.` };
}
// src/action/inputs/required-inputs.ts
const EMPTY = "If it was set from a variable, a secret or an output of an earlier step, that was empty.";
function whyMissing(reader, names) {
	for (const name of names) {
		const other = COUNTERPARTS[name];
		if (other === void 0 || reader.given(other) === "") continue;
		return `${other} is given, which only ${inputRow(other).operations?.join(", ")} uses. Did you mean ${name}?`;
	}
	return EMPTY;
}
var Given = class {
	kind;
	#reader;
	#described;
	constructor(reader, described) {
		this.#reader = reader;
		this.#described = described;
		this.kind = KINDS[described.kind];
	}
	has = (name) => this.#described.attributes[name] !== void 0 || name === "claims" && this.#described.claimsOfThisJob || this.#isNamed(nameFor(name));
	#isNamed(name) {
		return name !== void 0 && this.#described.names?.[name] !== void 0;
	}
	lacks = (name) => !this.has(name) && ![fieldOf(name), nameFor(name)].some((field) => field && this.#reader.hasProblem(field));
};
function refuseBoth(reader, described) {
	const given = new Given(reader, described);
	if ((given.kind.oneOf?.filter(given.has) ?? []).length < 2) return;
	reader.problem("role-id", "a team is given too, and an AuthN mapping gives either a role or a team. Leave one out, or use a step for each.");
}
function requireWhole(reader, described, operation) {
	const given = new Given(reader, described);
	const { kind } = given;
	for (const name of neededNames(kind).filter(given.lacks)) reader.problem(fieldOf(name), `is missing: ${operation} of kind: ${kind.name} needs it. ${whyMissing(reader, [fieldOf(name)])}`);
	if (kind.oneOf?.every(given.lacks)) reader.problem("role-id", `is missing, and so are role, team-id and team: an AuthN mapping gives one of them. ${EMPTY}`);
}
function requireChange(reader, described) {
	const given = new Given(reader, described);
	if (described.mappingId === void 0 && !reader.hasProblem("mapping-id")) reader.problem("mapping-id", `is missing: update needs it. ${EMPTY}`);
	const changeable = writtenNames(given.kind);
	const [first, ...others] = changeable.map((name) => fieldOf(name));
	if (first === void 0 || !changeable.every(given.lacks)) return;
	const empty = others.length === 0 ? "is empty" : `is empty, and so ${others.length === 1 ? "is" : "are"} ${others.join(", ")}`;
	reader.problem(first, `${empty}: nothing to change is given. ${EMPTY}`);
}
function requireOne(reader, described, operation) {
	const given = new Given(reader, described);
	const { identity, oneOf = [] } = given.kind;
	const { mappingId } = described;
	if (operation === "delete" && mappingId === void 0 && oneOf.length > 0 && oneOf.every(given.lacks)) {
		if (!identity.some(given.lacks)) reader.problem("role-id", `is missing, and so are role, team-id and team: delete needs to know which role or team the mapping gives, or its mapping-id. ${EMPTY}`);
	}
	if (mappingId !== void 0 && [...identity, ...oneOf].some(given.has)) {
		const inputs = identity.map((name) => fieldOf(name)).join(" and ");
		reader.problem("mapping-id", `${inputs} is given too, and they could mean different mappings. Leave one out.`);
	} else if (mappingId === void 0 && !reader.hasProblem("mapping-id") && identity.some(given.lacks)) {
		const absent = identity.filter(given.lacks).map((name) => fieldOf(name));
		reader.problem("mapping-id", `is missing, and so is ${absent.join(" and ")}: ${operation} needs to know which mapping. ${whyMissing(reader, absent)}`);
	}
}
// src/action/inputs/attribute-inputs.ts
const THIS_JOB = "this-job";
const WARNED = [
	"create",
	"ensure",
	"update"
];
async function readNamed(reader, setting) {
	const mappingId = readMappingId(reader, setting);
	return {
		...await readDescribed(reader, setting),
		...mappingId !== void 0 && { mappingId }
	};
}
async function readDescribed(reader, { operation, kind }) {
	const used = (name) => isUsed(name, operation, kind) ? reader.text(name) : "";
	const rewriteRoleArn = !isUsed("rewrite-role-arn", operation, kind) || reader.flag("rewrite-role-arn");
	const given = {};
	for (const name of TEXT_ATTRIBUTES) {
		const text = used(fieldOf(name));
		if (text !== "") given[name] = text;
	}
	const claimsText = used("claims");
	const claimsOfThisJob = claimsText.toLowerCase() === THIS_JOB;
	if (!claimsOfThisJob && nearest(claimsText, [THIS_JOB]) !== void 0) reader.problem("claims", `${quoted(claimsText)} is neither a block of claims nor ${THIS_JOB}. Did you mean ${THIS_JOB}?`);
	else if (claimsText !== "" && !claimsOfThisJob) {
		const { parseClaims } = await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5191));
		const claims = reader.checked("claims", await parseClaims(claimsText));
		if (claims !== void 0) given.claims = claims;
	}
	const { arnPattern } = given;
	const isLookedFor = operation === "get" || operation === "delete";
	if (isLookedFor) delete given.arnPattern;
	const attributes = await checkAttributes(given, { rewriteRoleArn }, (field, result) => reader.checked(field, result), reader.checking);
	if (WARNED.includes(operation) && isWorthALook(attributes)) {
		const { warningsOf } = await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 291)).then((n) => n.i);
		reader.warnings.unshift(...warningsOf(kind, attributes).map(({ field, text }) => `${field}: ${text}`));
	}
	const names = readNames(reader, used);
	const described = {
		kind,
		attributes: isLookedFor && arnPattern !== void 0 ? {
			...attributes,
			arnPattern
		} : attributes,
		...Object.keys(names).length > 0 && { names },
		claimsOfThisJob,
		lookUpPatterns: arnPattern === void 0 ? [] : lookUpPatterns(arnPattern, { rewriteRoleArn })
	};
	refuseBoth(reader, described);
	return described;
}
function readNames(reader, used) {
	const given = {};
	for (const name of NAME_FIELDS) {
		const text = used(name);
		if (text !== "") given[name] = text;
	}
	return checkNames(given, { rewriteRoleArn: true }, (field, result) => reader.checked(field, result));
}
function isWorthALook(attributes) {
	const { claims, arnPattern = "" } = attributes;
	return claims !== void 0 || isOverUsers(arnPattern) || TEXT_ATTRIBUTES.some((name) => !isPlain(attributes[name] ?? ""));
}
function readMappingId(reader, { operation, kind }) {
	const given = isUsed("mapping-id", operation, kind) ? reader.text("mapping-id") : "";
	if (given === "" || /^[A-Za-z0-9_-]{1,128}$/.test(given)) return given || void 0;
	const instead = given.startsWith("arn:") ? " To find a mapping by its pattern, give it as arn-pattern." : "";
	reader.problem("mapping-id", `${quoted(given)} is not an id of a mapping, which looks like 7c405332-7033-40d2-a046-a27a075a22cd.${instead}`);
}
// src/action/inputs/read-request.ts
const SORTS = [
	"created_at",
	"role_id",
	"saml_assertion_attribute_id",
	"role.name",
	"saml_assertion_attribute.attribute_key",
	"saml_assertion_attribute.attribute_value"
];
const LONGEST_STEP = 21600;
async function readRequest(reader, { kind, ...setting }) {
	if (kind !== "all") return readRequestOfKind(reader, {
		...setting,
		kind
	});
	const reading = {
		kind,
		unavailable: unavailableKinds(reader, setting.site)
	};
	if (setting.operation === "export") return readExport(reader, reading);
	return setting.operation === "audit" ? readAudit(reader, reading) : {
		operation: "list",
		...reading,
		query: {}
	};
}
async function readRequestOfKind(reader, setting) {
	refuseImpossible(reader, setting);
	const { operation, kind } = setting;
	switch (operation) {
		case "list": return {
			operation,
			kind,
			unavailable: [],
			query: readQuery(reader, setting)
		};
		case "export": return readExport(reader, {
			kind,
			unavailable: []
		});
		case "audit": return readAudit(reader, {
			kind,
			unavailable: []
		});
		case "get": {
			const described = await readNamed(reader, setting);
			requireOne(reader, described, operation);
			return {
				operation,
				...described,
				ifMissing: reader.choice("if-missing")
			};
		}
		case "delete": {
			const described = await readNamed(reader, setting);
			requireOne(reader, described, operation);
			const ifMissing = reader.choice("if-missing");
			return {
				operation,
				...described,
				ifMissing,
				force: reader.ids("force"),
				dryRun: reader.flag("dry-run")
			};
		}
		case "create": {
			const described = await readDescribed(reader, setting);
			requireWhole(reader, described, operation);
			const ifExists = reader.oneOf("if-exists", ["fail", "keep"]);
			return {
				operation,
				...described,
				ifExists,
				dryRun: reader.flag("dry-run")
			};
		}
		case "ensure": {
			const described = await readDescribed(reader, setting);
			requireWhole(reader, described, operation);
			const ifExists = reader.oneOf("if-exists", ["replace", "fail"]);
			return {
				operation,
				...described,
				ifExists,
				dryRun: reader.flag("dry-run")
			};
		}
		case "update": {
			const { mappingId = "", ...described } = await readNamed(reader, setting);
			requireChange(reader, {
				...described,
				...mappingId && { mappingId }
			});
			return {
				operation,
				...described,
				mappingId,
				force: reader.ids("force"),
				dryRun: reader.flag("dry-run")
			};
		}
		case "plan": {
			const desired = await (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2460))).readDesired(reader);
			const failOn = reader.oneOf("fail-on", [
				"refused",
				"nothing",
				"changes",
				"drift"
			]);
			return desired && {
				operation,
				desired,
				failOn
			};
		}
		case "apply": {
			const { readApproval, readDesired } = await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2460));
			const desired = await readDesired(reader);
			const approval = await readApproval(reader);
			const dryRun = reader.flag("dry-run");
			return desired && {
				operation,
				desired,
				approval,
				dryRun
			};
		}
		case "match": {
			const caller = await readCaller(reader, setting);
			return {
				operation,
				kind,
				...caller && { caller }
			};
		}
		case "verify": return {
			operation,
			...await readNamed(reader, setting),
			waitSeconds: reader.number("wait", {
				min: 0,
				max: LONGEST_STEP,
				whole: false,
				unit: "seconds"
			})
		};
		case "login": return {
			operation,
			loginAs: reader.choice("login-as")
		};
	}
}
async function readExport(reader, reading) {
	const target = await (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2460))).readTarget(reader);
	return target && {
		operation: "export",
		...reading,
		...target
	};
}
async function readAudit(reader, reading) {
	const failOn = reader.oneOf("fail-on", [
		"nothing",
		"high",
		"any"
	]);
	if (reader.given("file") === "") return {
		operation: "audit",
		...reading,
		accepted: [],
		failOn
	};
	const accepted = await (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2460))).readAccepted(reader);
	return accepted && {
		operation: "audit",
		...reading,
		accepted,
		failOn
	};
}
function unavailableKinds(reader, site) {
	return KIND_NAMES.flatMap((kind) => {
		const why = unavailability(reader, kind, site);
		return why === void 0 ? [] : [{
			kind,
			why
		}];
	});
}
function unavailability(reader, kind, site) {
	if (kind === "aws-intake" && site?.gov) return `Datadog does not offer AWS intake mappings on ${site.name}.`;
	const enterprise = kind.startsWith("github-") ? enterpriseProblem(reader.env) : void 0;
	return enterprise && `${kind} is not possible from ${enterprise}`;
}
function refuseImpossible(reader, { operation, kind, site }) {
	if (operation === "match" && kind === "authn") reader.problem("operation", "match is about AWS and GitHub callers; an AuthN mapping is matched by the SAML assertion at login. Use list with filter instead.");
	if (operation === "login" && site?.gov && reader.text("login-as").toLowerCase() === "intake") reader.problem("login-as", `Datadog does not offer intake mappings on ${site.name}. Use login-as: persona, or keys.`);
	const unavailable = unavailability(reader, kind, site);
	if (unavailable !== void 0) reader.problem("kind", kind === "aws-intake" ? `${unavailable} Use aws-persona, or another site.` : unavailable);
	if (operation === "verify" && !KINDS[kind].persona) reader.problem("kind", `verify is about who a caller becomes, so it goes with aws-persona and github-persona; for an intake mapping use login with login-as: intake.`);
}
function readQuery(reader, { operation, kind }) {
	const used = (name) => isUsed(name, operation, kind) ? reader.text(name) : "";
	const sort = used("sort");
	const known = SORTS.flatMap((name) => [name, `-${name}`]);
	if (/^(yes|no|on|off|true|false)$/i.test(sort)) {
		const today = /^(yes|on|true)$/i.test(sort) ? "-created_at" : "created_at";
		reader.problem("sort", `${quoted(sort)} is the spelling of an older API. Write ${today} for newest ${today.startsWith("-") ? "first" : "last"}, or one of ${SORTS.join(", ")}.`);
	} else if (sort !== "" && !known.includes(sort)) reader.problem("sort", `${quoted(sort)} is not one of ${SORTS.join(", ")}, each also with a leading - for descending.`);
	const whole = (name, min, max) => used(name) === "" ? void 0 : reader.number(name, {
		min,
		max,
		whole: true,
		unit: name === "page-size" ? "mappings" : "pages"
	});
	const pageNumber = whole("page-number", 0, 1e6);
	const pageSize = whole("page-size", 1, 100);
	const filter = used("filter");
	return {
		...filter && { filter },
		...sort && { sort },
		...used("resource-type") && { resourceType: reader.choice("resource-type") },
		...pageNumber !== void 0 && { pageNumber },
		...pageSize !== void 0 && { pageSize }
	};
}
async function readCaller(reader, { operation, kind }) {
	const used = (name) => isUsed(name, operation, kind) ? reader.text(name) : "";
	const arn = used("arn");
	if (arn !== "") {
		const { callerArnProblem } = await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7977)).then((n) => n.n);
		const problem = callerArnProblem(arn);
		if (problem === void 0) return { arn };
		reader.problem("arn", problem);
	}
	const text = used("identity-claims");
	if (text === "") return void 0;
	const { parseClaims } = await Promise.all(/* import() | claims */[__nccwpck_require__.e(977), __nccwpck_require__.e(228)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5191));
	const claims = reader.checked("identity-claims", await parseClaims(text));
	return claims && { claims };
}
// src/action/inputs/secret-inputs.ts
const NAMES = [
	"api-key",
	"app-key",
	"bearer-token"
];
function readSecrets(reader, secrets) {
	for (const name of [...NAMES, "github-token"]) {
		secrets.add(reader.raw(name));
		secrets.add(reader.variable(name)?.value ?? "");
	}
	const fromStep = (name) => take(reader, name, reader.raw(name));
	const known = /* @__PURE__ */ new Map();
	const fromEnvironment = (name) => {
		const variable = reader.variable(name);
		if (variable === void 0) return "";
		const value = known.get(name) ?? take(reader, `the environment variable ${variable.name}`, variable.value);
		known.set(name, value);
		return value;
	};
	return {
		step: {
			apiKey: fromStep("api-key"),
			appKey: fromStep("app-key"),
			bearerToken: fromStep("bearer-token")
		},
		environment: {
			get apiKey() {
				return fromEnvironment("api-key");
			},
			get appKey() {
				return fromEnvironment("app-key");
			},
			get bearerToken() {
				return fromEnvironment("bearer-token");
			}
		}
	};
}
function take(reader, source, value) {
	const trimmed = value.trim();
	if (trimmed === "") return "";
	if (trimmed !== value) reader.warnings.push(`${source} has white space or a line break around it, which was removed. Store the secret without it.`);
	const odd = ODDITIES.find(([sign]) => sign.test(trimmed));
	if (odd !== void 0) reader.otherProblem(`${source} ${odd[1]}`);
	return trimmed;
}
const ODDITIES = [
	[/^Bearer\s/i, "begins with \"Bearer\", which is not part of the token. Store the secret again, without it."],
	[/^(["'`]).*\1$/s, "has quotes around it, which are not part of the key. Store the secret again, without them."],
	[/^(?:export\s+)?(?:DD|DATADOG)_[A-Z_]+=/, "begins with the name of a variable. Store the secret again, with only the text after the \"=\"."],
	[/^\*{3}$/, "is \"***\", which stands for a masked value in a log. Set it from the secret itself."],
	[/\$\{\{/, "contains an expression that GitHub did not evaluate. Write ${{ secrets.NAME }} in the step."],
	[/[^\x21-\x7e]/, "has white space, a line break or a character beyond ASCII inside, which no Datadog key has. Store the secret again, with the key alone."]
];
// src/action/inputs/read-step.ts
async function readStep(env, secrets, signal, annotate = () => void 0) {
	const reader = new InputReader(env, signal);
	const given = readSecrets(reader, secrets);
	refuseUndeclared(reader);
	const operation = reader.oneOf("operation", OPERATION_NAMES, true);
	const kind = readKind(reader, operation);
	const target = readTarget(reader);
	const event = operation === "plan" || operation === "apply" ? (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8116))).readEvent(env) : {
		name: "",
		trigger: "",
		trust: "refused"
	};
	const auth = await readAuthUnlessForeign(reader, given, event, {
		operation,
		kind,
		addSecret: (secret) => secrets.add(secret)
	});
	readCommentToken(reader);
	const retries = reader.number("retries", {
		min: 0,
		max: 20,
		whole: true,
		unit: "retries"
	});
	reader.choice("summary");
	const request = await readRequest(reader, {
		operation,
		kind,
		...target?.site && { site: target.site }
	});
	for (const remark of reader.remarks) annotate(remark);
	const timeoutSeconds = readTimeout(reader, operation, request);
	if (request?.operation === "verify") requireLookUp(reader, request, auth);
	if (reader.problems.length > 0) throw invalid(reader.problems);
	if (target === void 0 || request === void 0) throw new Error("inputs that are wrong without a problem");
	if (request.operation === "apply" && !request.dryRun) requireTrust(event, request.approval);
	warnOfUnused(reader, operation, kind);
	return {
		request,
		...target,
		place: placeOf(target, auth),
		...auth && { auth },
		event,
		timeoutSeconds,
		retries,
		warnings: reader.warnings,
		notices: reader.notices
	};
}
function readKind(reader, operation) {
	if (!takesAll(operation)) {
		if (reader.given("kind").toLowerCase() !== "all") return reader.oneOf("kind", KIND_NAMES);
		reader.problem("kind", `all goes with operation: ${OPERATION_NAMES.filter(takesAll).join(", ")}, and ${operation} is about one kind: ${KIND_NAMES.join(", ")}.`);
		return KIND_NAMES[0];
	}
	if (reader.given("kind") === "" && inputRow("kind").defaults?.[operation] === "all") return "all";
	return reader.oneOf("kind", [...KIND_NAMES, "all"]);
}
async function readAuthUnlessForeign(reader, given, event, setting) {
	const before = reader.problems.length;
	const auth = await readAuth(reader, given, setting);
	if (auth === void 0 && setting.operation === "plan" && event.withoutSecrets !== void 0) reader.problems.length = before;
	return auth;
}
function requireTrust({ trigger, trust }, { digest }) {
	if (trust === "any-approval" || trust === "expected-plan" && digest !== void 0) return;
	if (trust === "expected-plan") throw new Failure("guarded", `Nothing was changed. apply on ${trigger} needs expected-plan.`, { advice: "People other than maintainers can trigger this event. Give the plan-digest of a reviewed plan as expected-plan, or apply on push to a protected branch." });
	throw new Failure("guarded", `Nothing was changed. apply does not run on ${trigger}: whoever opens a pull request could change what is applied.`, { advice: "Run plan there, and apply on push to a protected branch or in a job with an environment that needs approval." });
}
const AFTER_WAIT = 60;
function provisionalTimeout(env) {
	const reader = new InputReader(env);
	return readTimeout(reader, reader.oneOf("operation", OPERATION_NAMES), void 0);
}
function readTimeout(reader, operation, request) {
	const waitSeconds = request?.operation === "verify" ? request.waitSeconds : 0;
	const row = inputRow("timeout");
	const usual = Number(row.defaults?.[operation] ?? row.default);
	if (reader.given("timeout") === "") return Math.max(usual, waitSeconds + AFTER_WAIT);
	const seconds = reader.number("timeout", {
		min: 1,
		max: LONGEST_STEP,
		whole: false,
		unit: "seconds"
	});
	if (seconds < waitSeconds) reader.problem("timeout", `${seconds} s is less than the ${waitSeconds} s of wait. Raise timeout, lower wait, or leave timeout out.`);
	return seconds;
}
function requireLookUp(reader, { mappingId, attributes }, auth) {
	if (auth === void 0 || "lookUp" in auth.credentials) return;
	if (mappingId === void 0) {
		if (attributes.accountIdentifier !== void 0 || reader.problems.length > 0) return;
		const rest = "Set it, or give api-key and app-key so that the mapping can be looked up. If it was set from a variable, a secret or an output of an earlier step, that was empty.";
		if (Object.keys(attributes).length === 0) reader.problem("account-identifier", `is missing, and nothing else says what to verify. ${rest}`);
		else reader.warnings.push(`account-identifier is missing, so any account would pass. ${rest}`);
		return;
	}
	reader.problem("mapping-id", "cannot be looked up without keys. Give api-key and app-key too, or arn-pattern and account-identifier instead.");
}
function placeOf({ origin, site }, auth) {
	return {
		site: site?.name ?? origin,
		...auth?.orgUuid !== void 0 && { orgUuid: auth.orgUuid }
	};
}
function invalid(problems) {
	const [only] = problems;
	if (problems.length === 1 && only !== void 0) return new Failure("invalid-input", only.text, { advice: "" });
	const list = problems.map(({ text }) => `- ${text}`).join("\n");
	return new Failure("invalid-input", `${problems.length} things are wrong with the inputs; nothing was sent.\n${list}`, { advice: "" });
}
function readTarget(reader) {
	const apiUrl = reader.text("api-url");
	const given = reader.given("site");
	if (apiUrl !== "") {
		if (given !== "") reader.problem("api-url", "site is given too. Leave one of them out.");
		const origin = reader.checked("api-url", resolveApiUrl(apiUrl));
		return origin === void 0 ? void 0 : { origin };
	}
	const variable = given === "" ? reader.variable("site") : void 0;
	const result = resolveSite(variable?.value.trim() ?? reader.text("site"));
	if ("problem" in result && variable !== void 0) {
		reader.otherProblem(`the environment variable ${variable.name}: ${result.problem}`);
		return;
	}
	const site = reader.checked("site", result);
	return site === void 0 ? void 0 : {
		origin: site.apiOrigin,
		site
	};
}
function refuseUndeclared(reader) {
	for (const [variable, value] of Object.entries(reader.env)) {
		if (!variable.startsWith("INPUT_") || value === "") continue;
		const name = variable.slice(6).toLowerCase();
		if (name in INPUTS) continue;
		const spelled = name.replaceAll("_", "-");
		const meant = spelled in INPUTS ? spelled : OTHER_NAMES[spelled] ?? nearest(spelled, INPUT_NAMES);
		if (meant !== void 0) reader.otherProblem(`${spelled === meant ? name : spelled} is not an input of this action. Did you mean ${meant}?`);
	}
}
function warnOfUnused(reader, operation, kind) {
	const unused = INPUT_NAMES.filter((name) => reader.given(name) !== "" && !isUsed(name, operation, kind));
	if (unused.length === 0) return;
	const [are, have, them] = unused.length === 1 ? [
		"is",
		"has",
		"it"
	] : [
		"are",
		"have",
		"them"
	];
	const instead = unused.flatMap((name) => {
		const other = counterpartOf(name, operation, kind);
		return other === void 0 ? [] : [` For ${name}, ${operation} has ${other}.`];
	});
	reader.warnings.push(`${unused.join(", ")} ${are} not used by operation: ${operation} of kind: ${kind}, and ${have} no effect. Leave ${them} out.${instead.join("")}`);
}
// src/action/report/safe-text.ts
function oneLine(text) {
	return isPlain(text) ? text : escapeInvisible(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " "));
}
function inert(text) {
	if (!/##\[|^\s*::/.test(text)) return text;
	return text.replaceAll("##[", "# #[").replace(/^(\s*)::/, "$1: :");
}
function cut(text, limit) {
	if (text.length <= limit) return text;
	const note = `… (${text.length} characters)`;
	const end = Math.max(0, limit - note.length);
	const splitsPair = /[\ud800-\udbff]/.test(text.charAt(end - 1));
	return text.slice(0, splitsPair ? end - 1 : end) + note;
}
function markdown(text) {
	return text.split(/(\s+)/).map((word) => {
		if (!/[@#]/.test(word)) return entities(word);
		const end = word.length - (/[.,;:!?)]*$/.exec(word)?.[0].length ?? 0);
		return codeSpan(word.slice(0, end)) + entities(word.slice(end));
	}).join("");
}
function code(text) {
	if (text.includes("\\|")) return `<code>${entities(text).replaceAll("@", "&#64;<!-- -->")}</code>`;
	return codeSpan(text).replaceAll("|", "\\|");
}
function entities(text) {
	return text.replace(/[&<>`*_~|\\[\]$]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/:(?=\/\/)/g, "&#58;").replace(/\b(www)\./gi, "$1&#46;");
}
function codeSpan(text) {
	const runs = text.match(/`+/g) ?? [];
	const fence = "`".repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 1));
	const space = fence.length > 1 ? " " : "";
	return text.trim() === "" ? "" : `${fence}${space}${text}${space}${fence}`;
}
const CHECK = "Check these:";
function index_alert(level, head, items) {
	return items.length === 0 ? [] : [
		`> [!${level}]`,
		`> ${head}`,
		">",
		...items.map((item) => `> - ${item}`),
		""
	];
}
// src/action/report/log.ts
const LONGEST_LINE = 5e3;
const LONGEST_ANNOTATION = 4e3;
const LONGEST_QUOTE = 500;
const LONGEST_SEARCHED = 65536;
const LINES_AT_ONCE = 250;
function textOf$2(line) {
	return typeof line === "string" ? line : line();
}
function createLog(secrets, env) {
	const short = (redacted, limit = LONGEST_LINE) => cut(inert(redacted), limit);
	const clean = (text, limit) => short(secrets.redact(oneLine(text)), limit);
	const annotation = (text) => cut(text.split("\n").map((line) => clean(line, LONGEST_ANNOTATION)).join("\n"), LONGEST_ANNOTATION);
	return {
		line: (text) => info(clean(text)),
		group(title, lines) {
			startGroup(clean(title));
			for (let first = 0; first < lines.length; first += LINES_AT_ONCE) {
				const some = lines.slice(first, first + LINES_AT_ONCE).map((line) => oneLine(textOf$2(line)));
				info(secrets.redactAll(some).map((line) => short(line)).join("\n"));
			}
			endGroup();
		},
		warning: (text) => warning(annotation(text)),
		error: (text) => error(annotation(text)),
		annotate: ({ level, file, line, column, text }) => (level === "error" ? error : warning)(annotation(text), {
			file,
			startLine: line,
			startColumn: column
		}),
		message: annotation,
		debug(text) {
			if (env["RUNNER_DEBUG"] === "1") debug(clean(text));
		},
		quote(text) {
			if (text.length <= LONGEST_SEARCHED) return clean(text, LONGEST_QUOTE);
			return cut(inert(`${secrets.redactBeginning(oneLine(text.slice(0, LONGEST_SEARCHED)))}…`), LONGEST_QUOTE);
		}
	};
}
// src/mappings/literal-marks.ts
function readingsOf({ arnPattern }) {
	return arnPattern === void 0 ? [USUAL, LITERAL] : [
		USUAL,
		AS_IT_IS,
		LITERAL
	];
}
const USUAL = { rewriteRoleArn: true };
const AS_IT_IS = { rewriteRoleArn: false };
const LITERAL = {
	rewriteRoleArn: true,
	literal: true
};
function marksOf({ rewriteRoleArn, literal = false }) {
	return {
		...!rewriteRoleArn && { "rewrite-role-arn": "false" },
		...literal && { literal: "true" }
	};
}
const MARKS = ["rewrite-role-arn", "literal"];
function readingFor(attributes) {
	return readingsOf(attributes).find((options) => keepsAll(attributes, options)) ?? USUAL;
}
function keepsAll(attributes, options) {
	const { claims } = attributes;
	return TEXT_ATTRIBUTES.every((name) => {
		const text = attributes[name];
		return text === void 0 || isReadAsItIs(name, text, options) || !isReadAsItIs(name, text, LITERAL);
	}) && (options.literal === true || claims === void 0 || areUsual(claims));
}
function areUsual(claims) {
	return claims["sub"] !== void 0 && Object.values(claims).every(isUsualRegex);
}
const CLASS = String.raw`\[\^?(?:\w-\w|\\[^A-Za-z0-9]|\\[dDwWsS]|[\w./@:+*, ])+-?\]`;
const ATOM = String.raw`[^\\()[\]{}]|\\[^A-Za-z0-9]|\\[dDwWsSbB]|\((?:\?:|(?!\?))|\)|${CLASS}`;
const COMMON = new RegExp(String.raw`^(?:${ATOM})+(?:\{\d{1,3}(?:,\d{0,3})?\}(?:${ATOM})*)?$`, "u");
const LONGEST_SURE = 1e3;
function isUsualRegex(pattern) {
	if (pattern.length > LONGEST_SURE || !COMMON.test(pattern)) return false;
	try {
		return Boolean(new RegExp(pattern));
	} catch {
		return false;
	}
}
// src/mappings/mapping-json.ts
function toJson(mapping) {
	const json = {};
	for (const name of MEMBER_NAMES) {
		const value = mapping[name];
		if (value === void 0) continue;
		json[fieldOf(name)] = typeof value === "string" ? value : eachValue(value, (pattern) => `/${pattern}/`);
	}
	return mapping.kind === void 0 ? json : {
		...json,
		...marksOf(readingFor(mapping))
	};
}
function fromJson(json) {
	const attributes = {};
	for (const name of TEXT_ATTRIBUTES) {
		const value = json[fieldOf(name)];
		if (typeof value === "string") attributes[name] = value;
	}
	const claims = json[fieldOf("claims")];
	if (typeof claims === "object") attributes["claims"] = eachValue(claims, (value) => value.replace(/^\/|\/$/g, ""));
	return attributes;
}
function restorable(mapping) {
	const accountIdentifier = mapping.accountIdentifier ?? mapping.accountUuid;
	return {
		...mapping,
		...accountIdentifier !== void 0 && { accountIdentifier }
	};
}
function restoringInputs(mapping) {
	const json = toJson(restorable(mapping));
	const lines = ["kind", ...TEXT_ATTRIBUTES.map(fieldOf)].flatMap((field) => json[field] === void 0 ? [] : [`${field}: ${yaml(String(json[field]))}`]);
	if (mapping.arnPattern !== void 0) lines.push("rewrite-role-arn: false");
	const claims = json[fieldOf("claims")];
	if (typeof claims === "object") lines.push("claims: |", ...Object.entries(claims).map(([name, value]) => `  ${name}: ${yaml(value)}`));
	return ["operation: ensure", ...lines];
}
function eachValue(claims, change) {
	return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, change(value)]));
}
function yaml(text) {
	return /^[A-Za-z][\w.@/-]*$/.test(text) && !/^(true|false|yes|no|on|off|null)$/i.test(text) ? text : visibleJson(JSON.stringify(text));
}
// src/mappings/plan/plan.ts
function pending(plan) {
	return plan.changes.filter((change) => change.action !== "unchanged");
}
function wantedOf(change) {
	if (change.action === "replace") return change.wanted;
	return change.action === "delete" ? [] : [change.wanted];
}
function liveOf(change) {
	if (change.action === "replace") return change.live;
	return change.action === "create" ? [] : [change.live];
}
function leavingBy(change) {
	return change.action === "unchanged" || change.action === "blocked" ? [] : liveOf(change);
}
function kindOf(change) {
	const [wanted] = wantedOf(change);
	return wanted?.kind ?? liveOf(change)[0]?.kind ?? "aws-persona";
}
// src/operations/outcome.ts
var InformedFailure = class extends Failure {
	known;
	constructor(failure, known) {
		const { reason, sentence, advice, cause, isUnsettled } = failure;
		super(reason, sentence, {
			advice,
			cause,
			isUnsettled
		});
		this.known = known;
	}
};
function conflictWith(holder, sentence, details) {
	return new InformedFailure(new Failure("conflict", sentence, details), {
		mapping: holder,
		changed: false
	});
}
// src/action/report/outputs.ts
const MAPPING_OUTPUTS = [
	"mapping-id",
	"account-uuid",
	"account-identifier",
	"arn-pattern",
	"mapping"
];
const LARGEST_OUTPUT = 102400;
var Outputs = class {
	#env;
	#secrets;
	#log;
	#masked = /* @__PURE__ */ new Set();
	#unwritten = "";
	#lacksFolder = false;
	constructor(env, secrets, log) {
		this.#env = env;
		this.#secrets = secrets;
		this.#log = log;
	}
	set(name, value) {
		const text = inert(value);
		const redacted = fits(text) ? this.#secrets.redact(text) : "";
		if (fits(text) && redacted !== text) this.#masked.add(name);
		this.#put(name, fits(redacted) ? redacted : "");
	}
	json(name, value) {
		let json = JSON.stringify(value);
		if (this.#secrets.areIn(json.includes("\\") ? textsIn(value).join(" | ") : json)) {
			this.#masked.add(name);
			json = JSON.stringify(eachText(value, (text) => this.#secrets.redact(text)));
		}
		return visibleJson(json).replaceAll("##[", "#\\u0023[");
	}
	setLists(name, version, lists) {
		const parts = [`{"version":${version}`];
		let size = 0;
		for (const [member, items] of Object.entries(lists)) {
			let start = `,"${member}":[`;
			for (const item of items) {
				const part = start + this.json(name, item);
				size += Buffer.byteLength(part);
				if (size > LARGEST_OUTPUT) {
					this.#masked.delete(name);
					this.clear([name]);
					return;
				}
				parts.push(part);
				start = ",";
			}
			parts.push(start === "," ? "]" : `${start}]`);
		}
		this.set(name, `${parts.join("")}}`);
	}
	clear(names) {
		for (const name of names) this.#put(name, "");
	}
	access({ bearerToken, expiresAt, intakeApiKey }) {
		if (bearerToken !== void 0) this.#put("bearer-token", bearerToken);
		if (expiresAt !== void 0) this.#put("expires-at", expiresAt);
		if (intakeApiKey !== void 0) this.#put("intake-api-key", intakeApiKey);
	}
	known({ mapping, mappings, verification }) {
		if (mapping !== void 0) {
			if (mapping.id !== void 0) this.set("mapping-id", mapping.id);
			if (mapping.accountUuid !== void 0) this.set("account-uuid", visible(mapping.accountUuid));
			if (mapping.accountIdentifier !== void 0) this.set("account-identifier", visible(mapping.accountIdentifier));
			if (mapping.arnPattern !== void 0) this.set("arn-pattern", visible(mapping.arnPattern));
			if (mapping.id !== void 0 && mapping.kind !== void 0) this.set("mapping", this.json("mapping", toJson(mapping)));
		}
		if (mappings !== void 0) this.#setMappings(mappings);
		if (verification !== void 0) {
			const { verified, accountUuid, orgUuid } = verification;
			this.set("verified", String(verified));
			if (accountUuid !== void 0) this.set("account-uuid", oneLine(accountUuid));
			if (orgUuid !== void 0) this.set("org-uuid", oneLine(orgUuid));
		}
	}
	#setMappings(mappings) {
		const json = this.json("mappings", mappings.map(toJson));
		this.set("count", String(mappings.length));
		this.set("mappings", json);
		if (fits(json)) return;
		this.setFile("mappings-file", "datadog-mappings", json);
	}
	setFile(name, start, text) {
		const folder = this.#env["RUNNER_TEMP"];
		if (!folder) {
			if (!this.#lacksFolder) this.#log.warning(`RUNNER_TEMP is not set, so there is no file for the output ${name}, which is empty.`);
			this.#lacksFolder = true;
			return;
		}
		const file = (0,external_node_path_.join)(folder, `${start}-${crypto.randomUUID()}.${name === "report-file" ? "md" : "json"}`);
		try {
			(0,external_node_fs_.writeFileSync)(file, `${text}\n`, { mode: 384 });
			this.#put(name, file);
		} catch (error) {
			if (!this.#lacksFolder) this.#log.warning(`The file for the output ${name}, which is empty, could not be written: ${reasonOf(error)}.`);
			this.#lacksFolder = true;
		}
	}
	#put(name, value) {
		if (!/[\r\n]/.test(value)) this.#unwritten += `${name}=${value}\n`;
		else {
			const delimiter = `end-${crypto.randomUUID()}`;
			this.#unwritten += `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
		}
	}
	write() {
		const file = this.#env["GITHUB_OUTPUT"];
		const lines = this.#unwritten;
		this.#unwritten = "";
		if (!file) return;
		try {
			(0,external_node_fs_.appendFileSync)(file, lines);
		} catch (error) {
			throw new Failure("internal", `The outputs of the step could not be written to GITHUB_OUTPUT: ${reasonOf(error)}. The log above shows what the step did in Datadog.`, {
				advice: "Check the disk and the permissions of the runner.",
				cause: error
			});
		}
	}
	warnOfMasked() {
		if (this.#masked.size === 0) return;
		const names = [...this.#masked].join(", ");
		this.#log.warning(`These outputs contain the value of a secret: ${names}. It is written as ***, and GitHub does not pass them to other jobs. Pass mapping-id or account-uuid on, or do not store that value as a secret.`);
	}
};
function fits(value) {
	return Buffer.byteLength(value) <= LARGEST_OUTPUT;
}
function textsIn(value) {
	const texts = [];
	eachText(value, (text) => {
		texts.push(text);
		return text;
	});
	return texts;
}
function eachText(value, change) {
	if (typeof value === "string") return change(value);
	if (Array.isArray(value)) return value.map((item) => eachText(item, change));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [change(name), eachText(member, change)]));
}
function reasonOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/action/report/summary.ts
const LARGEST_SUMMARY = 921600;
const LARGEST_RESTORING = 614400;
const LARGEST_BODY = 6e4;
const LONGEST_CELL = 500;
const LONGEST_PIECE = 65536;
const TOO_LONG = "because GitHub drops a longer summary";
const ELSEWHERE = {
	mappings: "The outputs mappings and mappings-file have all of them.",
	file: "The file has all of them.",
	log: "The log has all of them."
};
var Summary = class {
	#env;
	#secrets;
	#log;
	#isWanted;
	#size = 0;
	#undo;
	constructor(env, secrets, log, isWanted) {
		this.#isWanted = isWanted;
		this.#env = env;
		this.#secrets = secrets;
		this.#log = log;
	}
	outcome(outcome, { request, site }, more = []) {
		if (!this.#isWanted) return;
		const body = [...this.#body(outcome, request), ...more];
		const lines = [
			`### ${heading(outcome, request)}`,
			"",
			...body,
			...settingsLink(request, site)
		];
		this.#result(lines, outcome.audited ? ELSEWHERE.log : outcome.exported ? ELSEWHERE.file : ELSEWHERE.mappings);
	}
	report(outcome, request, more = []) {
		const note = `because GitHub limits the length of an issue. ${outcome.exported ? ELSEWHERE.file : ELSEWHERE.log}`;
		return [...fitting([...this.#body(outcome, request), ...more], LARGEST_BODY, note)].join("").trimEnd();
	}
	#body(outcome, request) {
		const mappings = outcome.exported?.added ?? outcome.mappings ?? (outcome.mapping === void 0 ? [] : [outcome.mapping]);
		const details = (outcome.details ?? []).map((detail) => `- ${this.text(detail)}`);
		const checks = index_alert("WARNING", CHECK, outcome.checks?.map((check) => this.text(check)) ?? []);
		return [
			this.text(outcome.sentence),
			...details,
			"",
			...checks,
			...this.#misses(outcome.nearest ?? []),
			...this.#table(mappings, isOfAllKinds(request))
		];
	}
	failure(failure, more = []) {
		if (!this.#isWanted) return;
		const lines = failure.message.split("\n").map((line) => markdown(cut(this.#clean(line), 4 * LONGEST_CELL)));
		this.#result([
			`### Datadog mappings: failed (${failure.reason})`,
			"",
			lines.join("<br>"),
			"",
			...more
		], ELSEWHERE.log);
	}
	plan(render) {
		if (!this.#isWanted) return;
		this.#end([render({
			limit: this.#room(),
			size: Buffer.byteLength,
			elsewhere: "the log and the output plan-file"
		})]);
	}
	restoring(mapping, inputs) {
		if (!this.#isWanted || this.#undo?.isFull) return;
		const start = this.#undo === void 0 ? ["<details><summary>To restore what this step deletes</summary>", ""] : [];
		const body = inputs.map((line) => `    ${this.#clean(line)}`);
		const title = `To restore ${this.code(mapping.id)}, run this action with`;
		const note = joined([
			...start,
			title,
			"",
			...body,
			""
		]);
		const fits = this.#size + Buffer.byteLength(note) <= LARGEST_RESTORING;
		const instead = `What was deleted later is left out, ${TOO_LONG}. The log has all of it.`;
		const text = fits ? note : joined([
			...start,
			instead,
			""
		]);
		const before = this.#undo ?? {
			start: this.#fileSize(),
			text: ""
		};
		this.#undo = {
			...before,
			text: before.text + text,
			isFull: !fits
		};
		this.#write([text]);
	}
	#result(lines, elsewhere) {
		this.#end(fitting(lines, this.#room(), `${TOO_LONG}. ${elsewhere}`));
	}
	#room() {
		return LARGEST_SUMMARY - this.#size - END_OF_UNDO.length;
	}
	#end(result) {
		if (this.#undo === void 0) {
			this.#write(result);
			return;
		}
		const { start, text } = this.#undo;
		if (this.#fileSize() === start + Buffer.byteLength(text)) this.#write([
			...result,
			"\n",
			text,
			END_OF_UNDO
		], start);
		else this.#write([END_OF_UNDO, ...result]);
	}
	#fileSize() {
		try {
			return (0,external_node_fs_.statSync)(this.#env["GITHUB_STEP_SUMMARY"] ?? "").size;
		} catch {
			return 0;
		}
	}
	#table(mappings, withKind) {
		const known = mappings.filter((mapping) => KINDS[mapping.kind].identity.some((name) => mapping[name] !== void 0));
		if (known.length === 0) return [];
		const rows = known.map((mapping) => () => {
			const { principal, target } = KINDS[mapping.kind];
			return `${withKind ? `| ${mapping.kind} ` : ""}| ${this.code(principal(mapping))} | ${this.code(target(mapping))} | ${this.code(mapping.id)} |`;
		});
		const [head, rule] = withKind ? ["| Kind ", "| --- "] : ["", ""];
		return [
			`${head}| Who | Becomes | Mapping id |`,
			`${rule}| --- | --- | --- |`,
			...rows
		];
	}
	#misses(misses) {
		if (misses.length === 0) return [];
		return [
			"#### Nearest",
			"",
			...misses.flatMap(({ mapping, differences, reasons }) => [
				`Mapping ${this.code(mapping.id)} → ${this.code(KINDS[mapping.kind].target(mapping))}`,
				"",
				"| Matcher | Caller | Mapping |",
				"| --- | --- | --- |",
				...differences.map(({ matcher, caller, mapping: wants }) => () => `| ${this.code(visible(matcher))} | ${caller === void 0 ? "nothing" : this.code(visible(caller))} | ${this.code(visible(wants))} |`),
				"",
				...reasons.map((reason) => `- ${this.text(reason)}`),
				""
			])
		];
	}
	#clean(value) {
		return this.#secrets.redact(oneLine(value));
	}
	text(value) {
		return markdown(cut(this.#clean(value), LONGEST_CELL));
	}
	code(value) {
		return code(cut(this.#clean(value), LONGEST_CELL));
	}
	#write(texts, position) {
		const file = this.#env["GITHUB_STEP_SUMMARY"];
		if (!file) return;
		try {
			let at = position;
			for (const piece of pieces(texts)) {
				const length = Buffer.byteLength(piece);
				if (at === void 0) (0,external_node_fs_.appendFileSync)(file, piece);
				else overwrite(file, piece, at);
				if (at !== void 0) at += length;
				this.#size += length;
			}
		} catch (error) {
			this.#log.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
};
const END_OF_UNDO = "</details>\n\n";
function overwrite(file, text, position) {
	const bytes = Buffer.from(text);
	const descriptor = (0,external_node_fs_.openSync)(file, "r+");
	try {
		for (let written = 0; written < bytes.length;) written += (0,external_node_fs_.writeSync)(descriptor, bytes, written, bytes.length - written, position + written);
	} finally {
		(0,external_node_fs_.closeSync)(descriptor);
	}
}
function settingsLink(request, site) {
	const kind = kindOfRequest(request);
	if (site === void 0 || kind === void 0) return [];
	return ["", `[Open the mappings in Datadog](${site.appOrigin}/organization-settings/${KINDS[kind].settingsPage})`];
}
function heading({ result }, request) {
	if (request.operation === "login") return `Datadog: ${result}`;
	const kind = kindOfRequest(request);
	return `Datadog ${kind === void 0 ? "mappings" : `${KINDS[kind].title}s`}: ${result}`;
}
function joined(lines) {
	return `${lines.join("\n")}\n`;
}
function* fitting(lines, room, note) {
	let left = room;
	for (const [index, line] of lines.entries()) {
		const text = `${textOf$2(line)}\n`;
		left -= Buffer.byteLength(text);
		if (left < 0) {
			const missing = lines.slice(index).filter(isRow).length;
			yield `\n${missing > 0 ? `${missing} of ${lines.filter(isRow).length} rows are` : "The rest is"} left out, ${note}\n`;
			return;
		}
		yield text;
	}
}
function isRow(line) {
	return typeof line !== "string";
}
function* pieces(texts) {
	let piece = "";
	for (const text of texts) {
		piece += text;
		if (piece.length < LONGEST_PIECE) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
// src/action/report/report.ts
var Report = class {
	#env;
	#secrets;
	#log;
	#outputs;
	#summary;
	#kept;
	#organization = {};
	#signal;
	#clock;
	constructor(env, { secrets, log, signal, clock }) {
		this.#signal = signal;
		this.#clock = clock;
		this.#env = env;
		this.#secrets = secrets;
		this.#log = log;
		this.#outputs = new Outputs(env, secrets, log);
		this.#summary = new Summary(env, secrets, log, new InputReader(env).given("summary").toLowerCase() !== "false");
	}
	say(line) {
		this.#log.line(line);
	}
	organization(organization) {
		this.#organization = organization;
		const { uuid, name } = organization;
		if (uuid !== void 0) this.#outputs.set("org-uuid", oneLine(uuid));
		if (name !== void 0) this.#outputs.set("org-name", oneLine(name));
	}
	async keep(mapping) {
		const inputs = restoringInputs(mapping);
		this.#log.group(`Before ${mapping.id} is deleted: to restore it, run this action with`, inputs);
		this.#outputs.known({ mapping });
		this.#outputs.write();
		this.#kept = mapping;
		this.#summary.restoring(mapping, inputs);
	}
	async outcome(outcome, step) {
		const { planned, mapping } = outcome;
		const sheet = isAboutPlan(outcome) ? await this.#sheet({
			outcome,
			step
		}) : void 0;
		const audit = await this.#audit(outcome);
		this.#logOutcome(outcome, step.request, sheet ?? audit);
		for (const warning of outcome.warnings ?? []) this.#log.warning(warning);
		if (this.#kept !== void 0 && mapping === void 0) this.#outputs.clear(MAPPING_OUTPUTS);
		this.#outputs.known(outcome);
		sheet?.setOutputs(this.#outputs);
		if (planned === void 0 && outcome.result === "planned") this.#outputs.clear(["has-changes"]);
		if (outcome.exported !== void 0) this.#exported(outcome.exported, outcome, step.request);
		audit?.setOutputs(this.#outputs, this.#summary.report(outcome, step.request, audit.markdown));
		this.#outputs.set("result", outcome.result);
		if (outcome.changed !== void 0) this.#outputs.set("changed", String(outcome.changed));
		if (outcome.access !== void 0) this.#outputs.access(outcome.access);
		this.#outputs.write();
		this.#outputs.warnOfMasked();
		if (sheet === void 0) this.#summary.outcome(outcome, step, audit?.markdown);
		else this.#summary.plan(sheet.markdown);
		if (sheet !== void 0) await this.#comment(sheet, planned !== void 0 && pending(planned.plan).length > 0);
	}
	async failure(failure, step, hasWritten) {
		const known = knownAfter(failure, step?.request, this.#kept);
		const operation = new InputReader(this.#env).given("operation").toLowerCase();
		const sheet = known.planned !== void 0 || operation === "plan" || operation === "apply" ? await this.#sheet({
			failure,
			planned: known.planned,
			step
		}) : void 0;
		const audit = await this.#audit(known);
		if (known.planned !== void 0) this.#log.group(sheet?.title ?? "", sheet?.lines ?? []);
		if (audit !== void 0) this.#log.group("Findings", audit.lines);
		this.#logFailure(failure);
		if (this.#kept !== void 0 && known.mapping === void 0 && failure.reason !== "mapping-lost") this.#outputs.clear(MAPPING_OUTPUTS);
		this.#outputs.known(known);
		sheet?.setOutputs(this.#outputs);
		audit?.setOutputs(this.#outputs, this.#summary.report(failure, step?.request, audit.markdown));
		this.#outputs.set("result", RESULTS[failure.reason] ?? "failed");
		const changed = known.changed ?? (isWriting(operation) ? hasWritten || failure.isUnsettled ? "unknown" : false : void 0);
		if (changed !== void 0) this.#outputs.set("changed", String(changed));
		this.#outputs.set("failure-reason", failure.reason);
		this.#outputs.set("error-message", this.#log.message(failure.message));
		this.#tryToWrite();
		this.#outputs.warnOfMasked();
		if (sheet === void 0) this.#summary.failure(failure, audit?.markdown);
		else this.#summary.plan(sheet.markdown);
		if (sheet !== void 0) await this.#comment(sheet, true);
	}
	#tryToWrite() {
		try {
			this.#outputs.write();
		} catch (thrown) {
			this.#log.warning(asFailure(thrown).message);
		}
	}
	async #audit({ audited }) {
		return audited && (await Promise.all(/* import() | audit */[__nccwpck_require__.e(916), __nccwpck_require__.e(840)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4874))).auditSheet(audited, this.#summary);
	}
	async #sheet(subject) {
		const { sheetOf } = await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5144));
		return sheetOf(subject, {
			env: this.#env,
			secrets: this.#secrets,
			organization: this.#organization
		});
	}
	#exported({ file, count }, outcome, request) {
		this.#outputs.set("file", oneLine(file));
		this.#outputs.set("count", String(count));
		this.#outputs.setFile("report-file", "datadog-report", this.#summary.report(outcome, request));
	}
	async #comment(sheet, worthTheFirst) {
		const target = await readCommentTarget(this.#env);
		if (target === void 0) return;
		const { pullRequest, about, token } = target;
		if (pullRequest === void 0) {
			this.#log.line("There is no pull request to comment on.");
			return;
		}
		try {
			const { keepComment, LONGEST_COMMENT } = await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4425));
			const room = {
				limit: LONGEST_COMMENT,
				size: lengthOf,
				elsewhere: "the job summary and the output plan-file"
			};
			const signal = this.#signal.aborted ? this.#lastMoment() : this.#signal;
			await keepComment({
				pullRequest,
				about,
				body: sheet.markdown(room),
				worthTheFirst
			}, {
				token,
				env: this.#env,
				signal,
				clock: this.#clock
			});
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			this.#log.warning(`The comment on the pull request could not be written: ${this.#log.quote(why)}. Give the job permissions: pull-requests: write.`);
		}
	}
	#lastMoment() {
		const end = new AbortController();
		this.#clock.after(LAST_WAIT_MS, () => end.abort(/* @__PURE__ */ new Error(`GitHub did not answer within ${LAST_WAIT_MS} ms`)));
		return end.signal;
	}
	#logOutcome(outcome, request, sheet) {
		const { mappings = [], nearest = [], sentence, checks = [], details = [], planned, result } = outcome;
		const kindIn = ({ kind }) => isOfAllKinds(request) ? `${kind}  ` : "";
		const lines = sheet?.lines ?? mappings.map((mapping) => () => `${kindIn(mapping)}${mapping.id}  ${describe(KINDS[mapping.kind], mapping)}`);
		const isTitled = planned !== void 0 && planned.seenFrom !== "step" && result === "planned";
		if (sheet?.title !== void 0 && isTitled) this.#log.line(sheet.title);
		if (lines.length === 0) this.#log.line(sentence);
		else this.#log.group(sentence, lines);
		if (nearest.length > 0) this.#log.group("Nearest, and what differs:", nearest.flatMap(missLines));
		for (const detail of details) this.#log.line(detail);
		if (checks.length > 0) this.#log.group(CHECK, checks);
	}
	#logFailure(failure) {
		this.#log.error(failure.message);
		if (this.#env["RUNNER_DEBUG"] === "1") this.#logCauses(failure);
	}
	#logCauses(failure) {
		for (let error = failure; error instanceof Error; error = error.cause) this.#log.debug(error.stack ?? error.message);
	}
};
function missLines({ mapping, differences, reasons }) {
	return [
		`${mapping.id}  ${describe(KINDS[mapping.kind], mapping)}`,
		...differences.flatMap(({ matcher, caller, mapping: wants }) => [
			`    ${visible(matcher)}`,
			`      caller:  ${caller === void 0 ? "nothing" : visible(caller)}`,
			`      mapping: ${visible(wants)}`
		]),
		...reasons.map((reason) => `    ${reason}.`)
	];
}
const LAST_WAIT_MS = 2500;
function lengthOf(text) {
	return text.length;
}
function isAboutPlan({ planned, result }) {
	return planned !== void 0 || result === "planned";
}
const RESULTS = {
	"not-verified": "unverified",
	"partially-applied": "partially-applied"
};
function knownAfter(failure, request, kept) {
	if (failure instanceof InformedFailure) return failure.known;
	if (kept !== void 0) return { mapping: kept };
	if (request === void 0 || !("attributes" in request)) return {};
	const id = "mappingId" in request ? request.mappingId : void 0;
	return { mapping: {
		...request.attributes,
		...id !== void 0 && { id }
	} };
}
// src/action/secrets.ts
const SHORTEST = 4;
var Secrets = class {
	#registered = /* @__PURE__ */ new Set();
	#bare = /* @__PURE__ */ new Set();
	#mask;
	constructor(mask = setSecret) {
		this.#mask = mask;
	}
	add(secret) {
		for (const form of formsOf(secret)) {
			if (this.#registered.has(form)) continue;
			this.#registered.add(form);
			this.#mask(form);
			const bare = bareLetters(form);
			if (bare.length >= SHORTEST) this.#bare.add(bare);
		}
	}
	redact(text) {
		return this.areIn(text) ? this.#replace(text, false) : text;
	}
	redactBeginning(text) {
		return this.#bare.size === 0 ? text : this.#replace(text.replace(CUT_ESCAPE, ""), true);
	}
	areIn(text) {
		if (text.length < SHORTEST) return false;
		return this.#areAmong(readings(text));
	}
	redactAll(texts) {
		const together = decodedText(texts.join(" | "));
		if (isPlain(together) && !this.#areAmong([withoutPlainGaps(together)])) return texts;
		return texts.map((text) => this.redact(text));
	}
	#areAmong(readings) {
		for (const reading of readings) for (const form of this.#bare) if (reading.includes(form)) return true;
		return false;
	}
	#replace(text, isCut) {
		const spans = [];
		for (const gap of gapsIn(text)) {
			const bare = new Bare(text, gap);
			for (const form of this.#bare) {
				for (let at = bare.text.indexOf(form); at >= 0; at = bare.text.indexOf(form, at + 1)) spans.push(bare.spanOf(at, at + form.length));
				const left = isCut ? commonEnd(bare.text, form) : 0;
				if (left > 0) spans.push(bare.spanOf(bare.text.length - left, bare.text.length));
			}
		}
		let shown = "";
		let position = 0;
		for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
			if (end <= position) continue;
			if (start > position || shown === "") shown += `${text.slice(position, start)}***`;
			position = end;
		}
		return shown + text.slice(position);
	}
};
const ESCAPE = /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|u\{([0-9a-f]{1,6})\})|%(?:25)*([0-9a-f]{2})|&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(quot|apos|lt|gt|amp));/gi;
const CUT_ESCAPE = /(?:\\(?:u(?:[0-9a-f]{0,3}|\{[0-9a-f]{0,6})|x[0-9a-f]?)?|%(?:25)*[0-9a-f]?|&(?:amp;)*[#\w]{0,8})$/i;
const GAP = String.raw`[\s\\]|${INVISIBLE_CLASS}`;
const SEQUENCE = String.raw`\u001b(?:\[[0-?]*[ -\/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\\-_])`;
const PLAIN_GAP = /[ \\]+/g;
const NAMED = {
	quot: "\"",
	apos: "'",
	lt: "<",
	gt: ">",
	amp: "&"
};
const ESCAPE_CHARACTER = /\u001b|\\u001b|\\x1b|\\u\{0*1b\}|%1b|&#0*27;|&#x0*1b;/i;
let gaps;
function gapsIn(text) {
	gaps ??= {
		characters: new RegExp(`(?:${GAP})+`, "gv"),
		sequences: new RegExp(`(?:${SEQUENCE}|${GAP})+`, "gv")
	};
	return ESCAPE_CHARACTER.test(text) ? [gaps.characters, gaps.sequences] : [gaps.characters];
}
function readings(text) {
	const decoded = decodedText(text);
	if (isPlain(decoded)) return [withoutPlainGaps(decoded)];
	return gapsIn(text).map((gap) => decoded.replace(gap, "").toLowerCase());
}
const withoutPlainGaps = (text) => text.replace(PLAIN_GAP, "").toLowerCase();
const bareLetters = (text) => readings(text)[0] ?? "";
function decodedText(text) {
	return /[%&\\]/.test(text) ? text.replace(ESCAPE, decode) : text;
}
function decode(...[whole, unit, byte, long, percent, decimal, hexadecimal, name]) {
	if (name !== void 0) return NAMED[name.toLowerCase()] ?? "";
	const code = decimal === void 0 ? Number.parseInt(unit ?? byte ?? long ?? percent ?? hexadecimal ?? "", 16) : Number(decimal);
	return code > 1114111 ? whole ?? "" : String.fromCodePoint(code);
}
const DOTTED_I = /\u0130/g;
var Bare = class {
	text;
	#edits;
	constructor(text, gap) {
		const decoded = new Edit(text, ESCAPE, (match) => decode(...match));
		const joined = new Edit(decoded.text, gap, () => "");
		const lower = new Edit(joined.text, DOTTED_I, () => "i̇");
		this.#edits = [
			lower,
			joined,
			decoded
		];
		this.text = lower.text.toLowerCase();
	}
	spanOf(first, end) {
		let span = {
			start: first,
			end
		};
		for (const edit of this.#edits) span = edit.spanBefore(span);
		return span;
	}
};
var Edit = class {
	text;
	#from = [];
	#to = [];
	#start = [];
	#end = [];
	constructor(old, pattern, replacement) {
		const parts = [];
		let length = 0;
		let position = 0;
		for (const match of old.matchAll(pattern)) {
			const end = match.index + match[0].length;
			const text = replacement(match);
			length += match.index - position;
			this.#from.push(length);
			this.#to.push(length + text.length);
			this.#start.push(match.index);
			this.#end.push(end);
			parts.push(old.slice(position, match.index), text);
			length += text.length;
			position = end;
		}
		this.text = position === 0 ? old : parts.join("") + old.slice(position);
	}
	spanBefore({ start, end }) {
		return {
			start: this.#before(start).start,
			end: this.#before(end - 1).end
		};
	}
	#before(at) {
		let low = 0;
		let high = this.#from.length;
		while (low < high) {
			const middle = low + high >> 1;
			if ((this.#from[middle] ?? 0) <= at) low = middle + 1;
			else high = middle;
		}
		const last = low - 1;
		if (last < 0) return {
			start: at,
			end: at + 1
		};
		const to = this.#to[last] ?? 0;
		if (at < to) return {
			start: this.#start[last] ?? 0,
			end: this.#end[last] ?? 0
		};
		const old = (this.#end[last] ?? 0) + at - to;
		return {
			start: old,
			end: old + 1
		};
	}
};
function commonEnd(text, form) {
	for (let length = Math.min(text.length, form.length - 1); length > 0; length--) if (text.endsWith(form.slice(0, length))) return length;
	return 0;
}
function formsOf(secret) {
	const forms = /* @__PURE__ */ new Set();
	const spellings = [
		secret,
		oneLine(secret),
		...secret.split(/[\r\n]+/)
	];
	for (const spelling of spellings) {
		const plain = spelling.trim();
		if (plain === "") continue;
		for (const form of encodings(plain)) if (form.length >= SHORTEST || form === plain) forms.add(form);
	}
	return forms;
}
function* encodings(plain) {
	yield plain;
	const json = JSON.stringify(plain).slice(1, -1);
	yield json;
	yield json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
	yield json.replaceAll("/", "\\/");
	yield plain.replace(/[&<>"']/g, (character) => HTML[character] ?? character);
	const url = plain.isWellFormed() ? encodeURIComponent(plain) : plain;
	yield url;
	yield url.replace(/%../g, (byte) => byte.toLowerCase());
	yield url.replaceAll("%20", "+");
	yield url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
	yield plain.replaceAll("%", "%25");
	yield* bytesOf(plain);
}
const HTML = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function* bytesOf(plain) {
	const bytes = Buffer.from(plain);
	if (bytes.length < SHORTEST) return;
	yield bytes.toString("hex");
	yield bytes.toString("base64");
	for (const offset of [
		0,
		1,
		2
	]) {
		const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64").replace(/=+$/, "");
		const first = Math.ceil(offset * 8 / 6);
		const last = Math.floor((offset + bytes.length) * 8 / 6);
		const core = text.slice(first, last);
		yield core;
		yield core.replaceAll("+", "-").replaceAll("/", "_");
	}
}
// src/datadog/authn-duplicates.ts
const PATIENCE$1 = 3e4;
async function keepOne(session, making) {
	const { title, mapping, isAnswered, lost } = making;
	const equal = [...await listedEqual(session, making).catch((thrown) => notListed(making, thrown))].sort((a, b) => compare(a.createdAt, b.createdAt));
	const areOwn = equal.length <= lost + (isAnswered ? 1 : 0);
	const kept = areOwn ? equal[0] : equal.find(({ id }) => id !== mapping.id) ?? mapping;
	if (kept === void 0) return mapping;
	const surplus = areOwn ? equal.slice(1) : isAnswered ? [mapping] : [];
	for (const { id } of surplus) {
		session.say(`Datadog created the ${title} twice, because an answer was lost: deleting ${id}, keeping ${kept.id}.`);
		try {
			await making.remove(id);
		} catch (thrown) {
			const { reason, sentence, advice } = asFailure(thrown);
			throw new Failure(reason, `Datadog created the ${title} twice, as ${kept.id} and ${id}. ${sentence}`, {
				advice,
				cause: thrown,
				isUnsettled: true
			});
		}
	}
	return kept;
}
function notListed({ title, mapping, isAnswered }, thrown) {
	const { reason: why, sentence, advice } = asFailure(thrown);
	throw new Failure(why === "conflict" ? "bad-response" : why, `${isAnswered ? `Datadog created the ${title} ${mapping.id}` : `The ${title} ${mapping.id} exists`}. An answer was lost, so Datadog may have created another one. ${sentence}`, {
		advice,
		cause: thrown,
		isUnsettled: true
	});
}
async function listedEqual(session, making) {
	const patientUntil = Math.min(session.clock.now() + PATIENCE$1, session.deadline - 1e3);
	for (;;) {
		const equal = await making.listEqual();
		if (equal.some(({ id }) => id === making.mapping.id)) return equal;
		if (session.clock.now() + 1e3 > patientUntil) throw new Failure("timeout", `Datadog does not list ${making.mapping.id} yet.`);
		await pause(session, 1e3, `Datadog does not list the new ${making.title} ${making.mapping.id} yet.`);
	}
}
function compare(a = "", b = "") {
	return a < b ? -1 : a > b ? 1 : 0;
}
// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish$1(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
function isPlainObject(o) {
	if (isObject(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
const CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}
// node_modules/zod/v4/core/core.js
var _a;
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}
// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodRealError = /* @__PURE__ */ $constructor("$ZodError", initializer, void 0, { Parent: Error });
// node_modules/zod/v4/core/parse.js
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parse$1 = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// node_modules/zod/v4/core/regexes.js
const anyString = /^[\s\S]{0,}$/;
const number$1 = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish$1(val) && val.length !== void 0;
};
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};
// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject$1 = isObject;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = /* @__PURE__ */ new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodRecord = /*@__PURE__*/ $constructor("$ZodRecord", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isPlainObject(input)) {
			payload.issues.push({
				expected: "record",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		const proms = [];
		const values = def.keyType._zod.values;
		if (values && !def.partial) {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			const recordKeys = /* @__PURE__ */ new Set();
			for (const key of values) if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
				recordKeys.add(typeof key === "number" ? key.toString() : key);
				if (key === "__proto__") continue;
				const keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (keyResult.issues.length) {
					payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			let unrecognized;
			for (const key in input) if (!recordKeys.has(key)) {
				if (def.mode === "loose") {
					if (key === "__proto__") continue;
					payload.value[key] = input[key];
				} else {
					unrecognized = unrecognized ?? [];
					unrecognized.push(key);
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		} else {
			payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
			let unrecognized;
			for (const key of Reflect.ownKeys(input)) {
				if (key === "__proto__") continue;
				if (!Object.prototype.propertyIsEnumerable.call(input, key)) continue;
				let keyResult = def.keyType._zod.run({
					value: key,
					issues: []
				}, ctx);
				if (keyResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
				if (typeof key === "string" && number$1.test(key) && keyResult.issues.length) {
					const retryResult = def.keyType._zod.run({
						value: Number(key),
						issues: []
					}, ctx);
					if (retryResult instanceof Promise) throw new Error("Async schemas not supported in object keys currently");
					if (retryResult.issues.length === 0) keyResult = retryResult;
				}
				if (keyResult.issues.length) {
					if (def.mode === "loose") payload.value[key] = input[key];
					else if (values) {
						unrecognized = unrecognized ?? [];
						unrecognized.push(key);
					} else payload.issues.push({
						code: "invalid_key",
						origin: "record",
						issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
						input: key,
						path: [key],
						inst
					});
					continue;
				}
				const outKey = keyResult.value;
				if (outKey === "__proto__") continue;
				const result = def.valueType._zod.run({
					value: input[key],
					issues: []
				}, ctx);
				if (result instanceof Promise) proms.push(result.then((result) => {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}));
				else {
					if (result.issues.length) payload.issues.push(...prefixIssues(key, result.issues));
					payload.value[outKey] = result.value;
				}
			}
			if (unrecognized && unrecognized.length > 0) payload.issues.push({
				code: "unrecognized_keys",
				input,
				inst,
				keys: unrecognized,
				continue: true
			});
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
});
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
	return new Class(snapshotChecks({
		type: "number",
		checks: [],
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// node_modules/zod/v4/mini/schemas.js
const ZodMiniType = /*@__PURE__*/ $constructor("ZodMiniType", (inst, def) => {
	if (!inst._zod) throw new Error("Uninitialized schema in ZodMiniType.");
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
}, {
	get with() {
		return this.check;
	},
	set with(value) {
		own(this, "with", value);
	},
	parse(data, params) {
		return parse$1(this, data, params, { callee: this.parse });
	},
	parseAsync(data, params) {
		return parseAsync(this, data, params, { callee: this.parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	check(...checks) {
		const def = this.def;
		return this.clone({
			...def,
			checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch === "function" ? { _zod: {
				check: ch,
				def: { check: "custom" },
				onattach: []
			} } : ch)]
		}, { parent: true });
	},
	clone(_def, params) {
		return clone(this, _def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	}
});
const ZodMiniString = /*@__PURE__*/ $constructor("ZodMiniString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function string(params) {
	return /* @__PURE__ */ _string(ZodMiniString, params);
}
const ZodMiniNumber = /*@__PURE__*/ $constructor("ZodMiniNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function number(params) {
	return /* @__PURE__ */ _number(ZodMiniNumber, params);
}
const ZodMiniBoolean = /*@__PURE__*/ $constructor("ZodMiniBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function index_boolean(params) {
	return /* @__PURE__ */ _boolean(ZodMiniBoolean, params);
}
const ZodMiniUnknown = /*@__PURE__*/ $constructor("ZodMiniUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
	return /* @__PURE__ */ _unknown(ZodMiniUnknown);
}
const ZodMiniNever = /*@__PURE__*/ $constructor("ZodMiniNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
	return /* @__PURE__ */ _never(ZodMiniNever, params);
}
const ZodMiniArray = /*@__PURE__*/ $constructor("ZodMiniArray", (inst, def) => {
	$ZodArray.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
	return new ZodMiniArray({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
const ZodMiniObject = /*@__PURE__*/ $constructor("ZodMiniObject", (inst, def) => {
	$ZodObject.init(inst, def);
	ZodMiniType.init(inst, def);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
	const def = {
		type: "object",
		shape: shape ?? {},
		...normalizeParams(params)
	};
	return new ZodMiniObject(def);
}
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
	return new ZodMiniObject({
		type: "object",
		shape,
		catchall: /* @__PURE__ */ never(),
		...normalizeParams(params)
	});
}
const ZodMiniUnion = /*@__PURE__*/ $constructor("ZodMiniUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
	return new ZodMiniUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodMiniDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
	$ZodDiscriminatedUnion.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function discriminatedUnion(discriminator, options, params) {
	return new ZodMiniDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodMiniIntersection = /*@__PURE__*/ $constructor("ZodMiniIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function intersection(left, right) {
	return new ZodMiniIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodMiniRecord = /*@__PURE__*/ $constructor("ZodMiniRecord", (inst, def) => {
	$ZodRecord.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
	if (!valueType || !valueType._zod) return new ZodMiniRecord({
		type: "record",
		keyType: /* @__PURE__ */ string(),
		valueType: keyType,
		...normalizeParams(valueType)
	});
	return new ZodMiniRecord({
		type: "record",
		keyType,
		valueType,
		...normalizeParams(params)
	});
}
const ZodMiniEnum = /*@__PURE__*/ $constructor("ZodMiniEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodMiniType.init(inst, def);
	inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodMiniEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodMiniLiteral = /*@__PURE__*/ $constructor("ZodMiniLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
	return new ZodMiniLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodMiniOptional = /*@__PURE__*/ $constructor("ZodMiniOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
	return new ZodMiniOptional({
		type: "optional",
		innerType
	});
}
const ZodMiniNullable = /*@__PURE__*/ $constructor("ZodMiniNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
	return new ZodMiniNullable({
		type: "nullable",
		innerType
	});
}
// @__NO_SIDE_EFFECTS__
function nullish(innerType) {
	return /* @__PURE__ */ optional(/* @__PURE__ */ nullable(innerType));
}
const ZodMiniCatch = /*@__PURE__*/ $constructor("ZodMiniCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function _catch(innerType, catchValue) {
	return new ZodMiniCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
// src/datadog/answers.ts
var Unreadable = class extends Error {
	name = "Unreadable";
	garbled;
	constructor(what, garbled) {
		super(what);
		this.garbled = garbled;
	}
};
function readJson(answer) {
	const text = answer.text.trim();
	const encoding = answer.headers["content-encoding"];
	if (encoding !== void 0 && encoding !== "identity") throw new Unreadable("a compressed body, although none was asked for", true);
	if (text === "") throw new Unreadable("an empty body", true);
	if (text.startsWith("<")) throw new Unreadable("HTML instead of JSON", true);
	try {
		return JSON.parse(text);
	} catch {
		throw new Unreadable("a body that is not JSON", true);
	}
}
function readNoContent({ status, text }, result) {
	if (status === 204) return result;
	throw new Unreadable(`${text === "" ? "an empty body" : "a body"} instead of 204 No Content`, true);
}
function errorText(answer) {
	let body;
	try {
		body = readJson(answer);
	} catch {
		return "";
	}
	const errors = field(body, "errors");
	return (Array.isArray(errors) ? errors : [errors]).slice(0, 10).map(textOfError).filter((text) => text !== "").join("; ");
}
function statusText(status) {
	const name = process.getBuiltinModule("node:http").STATUS_CODES[status];
	return name === void 0 ? String(status) : `${status} ${name}`;
}
function waitAskedFor(answer, now) {
	const known = [answer.status === 429 ? seconds(header(answer, "x-ratelimit-reset")) : void 0, retryAfter(header(answer, "retry-after"), now)].filter((wait) => wait !== void 0);
	return known.length === 0 ? void 0 : Math.max(...known);
}
function waitUntilReset(answer) {
	if (answer.status !== 429 && header(answer, "x-ratelimit-remaining")?.trim() !== "0") return 0;
	return seconds(header(answer, "x-ratelimit-reset")) ?? 0;
}
function header(answer, name) {
	const value = answer.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
function seconds(text) {
	return text !== void 0 && /^\s*\d{1,12}(\.\d+)?\s*$/.test(text) ? Number(text) * 1e3 : void 0;
}
function retryAfter(text, now) {
	const plain = seconds(text);
	if (plain !== void 0 || text === void 0 || !/[a-z]/i.test(text)) return plain;
	const date = Date.parse(text);
	return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function textOfError(error) {
	if (typeof error === "string") return error.trim();
	const pointer = field(field(error, "source"), "pointer");
	const text = [field(error, "detail"), field(error, "title")].find((part) => typeof part === "string" && part.trim() !== "");
	if (typeof text !== "string") return "";
	return typeof pointer === "string" && pointer !== "" ? `${text.trim()} (at ${pointer})` : text.trim();
}
function field(value, name) {
	return typeof value === "object" && value !== null ? value[name] : void 0;
}
function parse(schema, json, at = "") {
	const result = safeParse(schema, json);
	if (result.success) return result.data;
	throw new Unreadable(`a body in which ${[at, ...result.error.issues[0]?.path ?? []].filter((part) => part !== "").map(String).join(".") || "the whole body"} is missing or not as documented`, false);
}
function schemaOf(make) {
	let made;
	return () => {
		made ??= make();
		return made;
	};
}
// src/datadog/path-families.ts
const FAMILIES = ["cloud_auth", "wif"];
var PathFamilies = class {
	#known;
	async collection(wire, call) {
		const first = this.#likely;
		try {
			return await this.#under(first, wire, call);
		} catch (thrown) {
			const second = this.#known ?? FAMILIES.find((family) => family !== first);
			if (!wire.families || !isAbsent(thrown) || second === void 0 || second === first) throw thrown;
			try {
				return await this.#under(second, wire, call);
			} catch (again) {
				throw isAbsent(again) ? thrown : again;
			}
		}
	}
	async mapping(wire, { call, isAbsent, list }) {
		const first = this.#likely;
		const result = await call(path$1(first, wire));
		if (!wire.families || this.#known === first) return result;
		if (!isAbsent(result)) {
			this.#known ??= first;
			return result;
		}
		if (this.#known === void 0) await list();
		return this.#likely === first ? result : call(path$1(this.#likely, wire));
	}
	get #likely() {
		return this.#known ?? FAMILIES[0];
	}
	async #under(family, wire, call) {
		const result = await call(path$1(family, wire));
		if (wire.families) this.#known ??= family;
		return result;
	}
};
function segment(id) {
	if (/^\.{0,2}$/.test(id) || !id.isWellFormed()) throw new Failure("bad-response", `The id "${id}" cannot be part of a path.`);
	return encodeURIComponent(id);
}
function path$1(family, wire) {
	return `/api/v2/${wire.families ? `${family}/` : ""}${wire.collection}`;
}
function isAbsent(thrown) {
	return thrown instanceof Failure && thrown.reason === "not-found";
}
// src/datadog/refusals.ts
const NOT_INTEGRATED = /not integrated/i;
function isNotIntegrated(answer) {
	return answer.status === 400 && NOT_INTEGRATED.test(errorText(answer));
}
function refusal(session, permission, answer) {
	const { status } = answer;
	const reason = reasonFor(answer);
	const why = `${session.server} answered ${statusText(status)}`;
	if (reason === "redirect-refused") return {
		reason,
		why: `${why}, a redirect to ${session.quote(targetOf(answer, session.origin))}, which was not followed because that would send the credentials there`
	};
	const said = session.quote(errorText(answer));
	const isRedundant = said === "" || statusText(status).toLowerCase().includes(said.toLowerCase());
	const advice = adviceFor(reason, session, permission);
	const asked = waitAskedFor(answer, session.clock.now());
	return {
		reason,
		why,
		...!isRedundant && { said },
		...advice !== void 0 && { advice },
		...asked !== void 0 && { asked }
	};
}
function reasonFor(answer) {
	const { status } = answer;
	if (status < 400) return status < 300 ? "bad-response" : "redirect-refused";
	if (status >= 500) return "server-error";
	switch (status) {
		case 400: return isNotIntegrated(answer) ? "not-integrated" : "invalid-input";
		case 422: return "invalid-input";
		case 401: return "unauthorized";
		case 403: return "forbidden";
		case 404: return "not-found";
		case 407: return "network";
		case 408: return "timeout";
		case 409: return "conflict";
		case 429: return "rate-limited";
		default: return "bad-response";
	}
}
const READING = /_read\b/;
function adviceFor(reason, session, permission) {
	const bearer = "authorization" in session.headers;
	if (reason === "forbidden" && session.tokens !== void 0) return [`The account that this job is mapped to needs ${permission}.`, ...READING.test(permission) ? [] : ["Datadog may not let a mapped caller create mappings at all: use api-key and app-key for that."]].join(" ");
	if (reason === "unauthorized" && session.tokens !== void 0) return "The token came from Datadog itself a moment ago: check that the account that this job is mapped to is not disabled.";
	if (reason === "forbidden") return `${bearer ? "The owner of the token" : "The application key's owner"} needs ${permission}.`;
	if (reason === "unauthorized" && bearer) return `Check that the token belongs to an organization on ${new URL(session.origin).host}, and that it has not expired or been revoked.`;
	if (reason === "unauthorized") return `Check that the keys belong to an organization on ${new URL(session.origin).host}, that api-key and app-key are not swapped, and that none was revoked.`;
}
function targetOf(answer, origin) {
	const location = header(answer, "location");
	if (location === void 0) return "an address that it did not give";
	return URL.parse(location, origin)?.host || "an invalid address";
}
// src/datadog/wire-kinds.ts
function wireKind({ schema, read, ...row }) {
	const mappingSchema = schemaOf(schema);
	const mappingOf = (object, others, member) => read(parse(mappingSchema(), object, member), others);
	return {
		...row,
		readOne(answer) {
			const { data, included } = parse(oneSchema(), readJson(answer));
			return mappingOf(data, index(included), "data");
		},
		readMany(answer) {
			const { data, included, meta } = parse(manySchema(), readJson(answer));
			const others = index(included);
			const total = meta?.page?.total_filtered_count ?? meta?.page?.total;
			return {
				items: data.map((object, at) => mappingOf(object, others, `data.${at}`)),
				...typeof total === "number" && { total }
			};
		}
	};
}
const oneSchema = schemaOf(() => /* @__PURE__ */ object({
	data: /* @__PURE__ */ unknown(),
	included: included()
}));
const manySchema = schemaOf(() => {
	const total = /* @__PURE__ */ nullish(/* @__PURE__ */ number());
	const page = /* @__PURE__ */ nullish(/* @__PURE__ */ object({
		total_filtered_count: total,
		total
	}));
	return /* @__PURE__ */ object({
		data: /* @__PURE__ */ array(/* @__PURE__ */ unknown()),
		included: included(),
		meta: /* @__PURE__ */ nullish(/* @__PURE__ */ object({ page }))
	});
});
function included() {
	const object$1 = /* @__PURE__ */ object({
		type: /* @__PURE__ */ string(),
		id: /* @__PURE__ */ union([/* @__PURE__ */ string(), /* @__PURE__ */ number()]),
		attributes: /* @__PURE__ */ nullish(/* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ unknown()))
	});
	return /* @__PURE__ */ _catch(/* @__PURE__ */ nullish(/* @__PURE__ */ array(/* @__PURE__ */ union([object$1, /* @__PURE__ */ object({ data: object$1 })]))), []);
}
function index(objects) {
	return new Map((objects ?? []).map((entry) => {
		const { type, id, attributes } = "data" in entry ? entry.data : entry;
		return [`${type} ${id}`, { attributes }];
	}));
}
const idSchema = () => (/* @__PURE__ */ string()).check(/* @__PURE__ */ _regex(/^[\x21-\x7e]{1,256}$/, "is not an id"));
const optionalText = () => /* @__PURE__ */ nullish(/* @__PURE__ */ string());
const accountMembers = () => ({
	account_identifier: optionalText(),
	account_uuid: optionalText()
});
const awsSchema = () => /* @__PURE__ */ object({
	id: idSchema(),
	attributes: /* @__PURE__ */ object({
		arn_pattern: /* @__PURE__ */ string(),
		...accountMembers()
	})
});
const githubSchema = () => /* @__PURE__ */ object({
	id: idSchema(),
	attributes: /* @__PURE__ */ object({
		claim_matchers: /* @__PURE__ */ record(/* @__PURE__ */ string(), /* @__PURE__ */ string()),
		...accountMembers()
	})
});
function permission(access) {
	const end = access.toLowerCase();
	return `workload_identity_federation_${end} ("Workload Identity Federation ${access}"; workload_identity_federation_config_${end} in Datadog's guide)`;
}
function cloudKind(kind, type) {
	const [cloud, use] = kind.split("-");
	const { persona } = KINDS[kind];
	const row = {
		collection: `${cloud}/${use}_mapping`,
		families: true,
		permissions: {
			read: `the permission ${permission("Read")}`,
			write: `the permission ${permission("Write")}${persona ? " and every permission of the target account" : ""}`
		},
		body: ({ accountIdentifier, arnPattern, claims }) => ({ data: {
			type,
			attributes: {
				...persona && { account_identifier: accountIdentifier },
				...cloud === "aws" ? { arn_pattern: arnPattern } : { claim_matchers: claims }
			}
		} })
	};
	const account = (attributes) => ({
		...persona && attributes.account_identifier && { accountIdentifier: attributes.account_identifier },
		...persona && attributes.account_uuid && { accountUuid: attributes.account_uuid }
	});
	return cloud === "aws" ? wireKind({
		...row,
		schema: awsSchema,
		read: ({ id, attributes }) => ({
			kind,
			id,
			arnPattern: attributes.arn_pattern,
			...account(attributes)
		})
	}) : wireKind({
		...row,
		schema: githubSchema,
		read: ({ id, attributes }) => ({
			kind,
			id,
			claims: attributes.claim_matchers,
			...account(attributes)
		})
	});
}
const authn = wireKind({
	collection: "authn_mappings",
	families: false,
	permissions: {
		read: "the permission user_access_read",
		write: "the permission user_access_manage"
	},
	body: ({ attributeKey, attributeValue, roleId, teamId }, id) => ({ data: {
		...id !== void 0 && { id },
		type: "authn_mappings",
		attributes: {
			attribute_key: attributeKey,
			attribute_value: attributeValue
		},
		...roleId !== void 0 && { relationships: { role: { data: {
			id: roleId,
			type: "roles"
		} } } },
		...teamId !== void 0 && { relationships: { team: { data: {
			id: teamId,
			type: "team"
		} } } }
	} }),
	schema() {
		const linked = /* @__PURE__ */ nullish(/* @__PURE__ */ object({ data: /* @__PURE__ */ nullish(/* @__PURE__ */ object({ id: /* @__PURE__ */ string() })) }));
		return /* @__PURE__ */ object({
			id: idSchema(),
			attributes: /* @__PURE__ */ object({
				attribute_key: optionalText(),
				attribute_value: optionalText(),
				role_uuid: optionalText(),
				created_at: optionalText(),
				modified_at: optionalText(),
				saml_assertion_attribute_id: /* @__PURE__ */ nullish(/* @__PURE__ */ union([/* @__PURE__ */ string(), /* @__PURE__ */ number()]))
			}),
			relationships: /* @__PURE__ */ nullish(/* @__PURE__ */ object({
				role: linked,
				roles: linked,
				team: linked
			}))
		});
	},
	read({ id, attributes, relationships: links }, included) {
		const named = (type, id) => included.get(`${type} ${id}`)?.attributes;
		const roleId = links?.role?.data?.id ?? links?.roles?.data?.id ?? attributes.role_uuid ?? void 0;
		const teamId = links?.team?.data?.id;
		const pair = named("saml_assertion_attributes", attributes.saml_assertion_attribute_id);
		return defined({
			kind: "authn",
			id,
			attributeKey: attributes.attribute_key ?? textOf$1(pair?.["attribute_key"]),
			attributeValue: attributes.attribute_value ?? textOf$1(pair?.["attribute_value"]),
			roleId,
			roleName: textOf$1(named("roles", roleId)?.["name"]),
			teamId,
			teamName: textOf$1(named("team", teamId)?.["name"]),
			createdAt: attributes.created_at || void 0,
			modifiedAt: attributes.modified_at || void 0
		});
	}
});
function textOf$1(value) {
	return typeof value === "string" ? value : void 0;
}
const WIRE_KINDS = {
	"aws-persona": cloudKind("aws-persona", "aws_cloud_auth_config"),
	"aws-intake": cloudKind("aws-intake", "aws_cloud_auth_intake_mapping"),
	"github-persona": cloudKind("github-persona", "github_oidc_auth_config"),
	"github-intake": cloudKind("github-intake", "github_oidc_auth_intake_mapping"),
	authn
};
// src/datadog/mapping-calls.ts
const PATIENCE_FOR_INTEGRATION = 12e4;
function listCall(kind, query, which) {
	const wire = WIRE_KINDS[kind];
	return (collection) => ({
		method: "GET",
		path: collection + query,
		purpose: `list the ${KINDS[kind].title}s${which}`,
		permission: wire.permissions.read,
		read: (answer) => wire.readMany(answer)
	});
}
function getCall(kind, id) {
	const wire = WIRE_KINDS[kind];
	return (collection) => ({
		method: "GET",
		path: `${collection}/${segment(id)}`,
		purpose: `get the ${KINDS[kind].title} ${id}`,
		permission: wire.permissions.read,
		read: (answer) => wire.readOne(answer),
		accept: (answer) => answer.status === 404 ? { value: void 0 } : void 0
	});
}
function createCall(kind, attributes, settle) {
	const wire = WIRE_KINDS[kind];
	const { title } = KINDS[kind];
	return (collection) => ({
		method: "POST",
		path: collection,
		body: JSON.stringify(wire.body(attributes)),
		purpose: `create the ${title} for ${describe(KINDS[kind], attributes)}`,
		permission: wire.permissions.write,
		read: (answer) => wire.readOne(answer),
		settle,
		unsure: "It is unknown whether Datadog created it: check with operation: list.",
		patience: (answer) => isNotIntegrated(answer) ? {
			milliseconds: PATIENCE_FOR_INTEGRATION,
			why: `Datadog answered that the AWS account of ${attributes.arnPattern ?? "the pattern"} is not integrated. A new integration can take a few minutes to take effect, so the action keeps trying for up to ${duration(PATIENCE_FOR_INTEGRATION)}; if there is none, add it under Integrations > Amazon Web Services or correct the account number.`
		} : void 0
	});
}
function updateCall(kind, id, attributes, live) {
	const wire = WIRE_KINDS[kind];
	return (collection) => ({
		method: "PATCH",
		path: `${collection}/${segment(id)}`,
		body: JSON.stringify(wire.body(attributes, id)),
		purpose: `update the ${KINDS[kind].title} ${id}`,
		permission: wire.permissions.write,
		read: (answer) => wire.readOne(answer),
		async settle() {
			const mapping = await live();
			return mapping !== void 0 && hasAll(mapping, attributes) ? mapping : void 0;
		},
		unsure: "It is unknown whether Datadog changed it: check with operation: get.",
		accept: (answer, lost) => answer.status === 404 && !lost ? { value: void 0 } : void 0
	});
}
function deleteCall(kind, id, absent) {
	return (collection) => ({
		method: "DELETE",
		path: `${collection}/${segment(id)}`,
		purpose: `delete the ${KINDS[kind].title} ${id}`,
		permission: WIRE_KINDS[kind].permissions.write,
		read: (answer) => readNoContent(answer, "deleted"),
		unsure: "It is unknown whether Datadog deleted it: check with operation: list.",
		accept: (answer, lost) => answer.status === 404 ? { value: absent(lost) } : void 0
	});
}
function notOffered(thrown) {
	if (!(thrown instanceof Failure) || thrown.reason !== "not-found") return thrown;
	return new Failure("not-found", `${thrown.sentence} The site may not offer them.`, {
		advice: "Check that site or api-url is right.",
		cause: thrown
	});
}
function hasAll(live, wanted) {
	return Object.keys(wanted).every((name) => live[name] === wanted[name]);
}
// src/datadog/not-found.ts
const PATIENCE = 3e3;
const LEFT = 2e3;
async function deleteWhatIsShown(session, subject, deleteOnce, patientUntil) {
	const isNew = patientUntil !== void 0;
	let end = patientUntil;
	for (let isLost = false;;) {
		const result = await deleteOnce();
		if (result === "deleted") return true;
		isLost ||= result === "gone";
		end ??= session.clock.now() + PATIENCE;
		const isOver = hasPassed(session, end);
		const shown = (isOver || !isNew) && await isShown(subject, isLost);
		if (shown && isOver && !isLost) throw notFoundButShown(subject);
		if (isOver || !shown && (isLost || !isNew)) return isLost;
		await pauseFor(session, subject);
	}
}
async function updateWhatIsShown(session, subject, updateOnce) {
	for (let end;;) {
		const updated = await updateOnce();
		if (updated !== void 0 || !await isShown(subject)) return updated;
		end ??= session.clock.now() + PATIENCE;
		if (hasPassed(session, end)) throw notFoundButShown(subject);
		await pauseFor(session, subject);
	}
}
const REFUSALS = /* @__PURE__ */ new Set([
	"forbidden",
	"unauthorized",
	"invalid-input",
	"not-found"
]);
async function isShown({ verb, title, id, read }, isLost = false) {
	try {
		return await read() !== void 0;
	} catch (thrown) {
		if (!(thrown instanceof Failure)) throw thrown;
		if (isLost || REFUSALS.has(thrown.reason)) return false;
		const { reason, sentence, advice } = thrown;
		throw new Failure(reason, `${`Could not ${verb} the ${title} ${id}: Datadog answered 404 Not Found, and whether it is there is unknown.`} ${sentence}`, {
			advice,
			cause: thrown
		});
	}
}
function unsettled(thrown) {
	if (!(thrown instanceof Failure) || thrown.isUnsettled) return thrown;
	const { reason, sentence, advice } = thrown;
	return new Failure(reason, sentence, {
		advice,
		cause: thrown,
		isUnsettled: true
	});
}
function hasPassed({ clock, deadline }, end) {
	return clock.now() >= Math.min(end, deadline - LEFT);
}
function pauseFor(session, { verb, id }) {
	return pause(session, 1e3, `Datadog does not find the mapping ${id} to ${verb} it.`);
}
function notFoundButShown({ verb, title, id }) {
	return new Failure("not-found", `Could not ${verb} the ${title} ${id}: Datadog answered 404 Not Found several times, and still shows it.`, {
		advice: "Run the step again in a moment.",
		isUnsettled: true
	});
}
// src/datadog/send.ts
const LONGEST_ATTEMPT = 3e4;
const SHARE_OF_A_WRITE = .75;
const LONGEST_BACK_OFF = 3e4;
const LONGEST_PATIENT_PAUSE = 1e4;
const PATIENCE_AFTER_CONFLICT = 3e4;
const ABOUT_A_MAPPING = /* @__PURE__ */ new Set(["conflict", "not-found"]);
async function send(session, call) {
	return new Sending(session, call).run();
}
var Sending = class {
	#session;
	#call;
	#tries = 0;
	#loss;
	#patientUntil;
	#token;
	constructor(session, call) {
		this.#session = session;
		this.#call = call;
	}
	async run() {
		try {
			for (;;) {
				const done = await this.#try();
				if (done !== void 0) return done.value;
			}
		} catch (thrown) {
			throw this.#explain(thrown);
		}
	}
	async #try() {
		this.#tries++;
		const answer = await this.#exchange();
		if (!("status" in answer)) return this.#afterLoss(answer);
		const { status } = answer;
		if (status >= 200 && status < 300) return this.#readOrRepeat(answer);
		if (status === 401 && this.#token !== void 0 && this.#session.tokens?.refused(this.#token)) return void 0;
		const accepted = this.#call.accept?.(answer, this.#loss !== void 0);
		if (accepted !== void 0) return accepted;
		const problem = refusal(this.#session, this.#call.permission, answer);
		if (status === 408 || status === 429) return this.#waitAsAsked(problem);
		if (status >= 500) return this.#afterLoss({
			...problem,
			sent: true,
			transient: true
		});
		const patience = this.#call.patience?.(answer);
		if (patience !== void 0) return this.#waitPatiently(problem, patience);
		if (status === 409 && this.#loss !== void 0) return this.#settleConflict(problem, this.#loss);
		throw failureOf(this.#call, problem);
	}
	async #readOrRepeat(answer) {
		try {
			return { value: this.#call.read(answer) };
		} catch (thrown) {
			if (!(thrown instanceof Unreadable)) throw thrown;
			const { server, quote } = this.#session;
			return this.#afterLoss({
				reason: "bad-response",
				why: `${server} answered ${statusText(answer.status)} with ${quote(thrown.message)}`,
				sent: true,
				transient: thrown.garbled || this.#call.settle !== void 0
			});
		}
	}
	async #exchange() {
		const { tokens, signal, gate } = this.#session;
		if (signal.aborted) throw reasonOf$1(signal);
		this.#token = await tokens?.token();
		const leave = await gate.enter();
		try {
			await this.#waitAtGate();
			return await this.#send();
		} finally {
			leave();
		}
	}
	async #send() {
		const { transport, headers, clock, signal, gate, origin, debug } = this.#session;
		const { method, path, body, settle } = this.#call;
		const left = Math.max(1, remaining(this.#session));
		const share = settle === void 0 ? left + 1e3 : left * SHARE_OF_A_WRITE;
		const limit = Math.ceil(Math.min(LONGEST_ATTEMPT, share));
		const start = clock.now();
		const note = (end) => debug(`${method} ${path} (try ${this.#tries}): ${end} after ${clock.now() - start} ms`);
		const fields = {
			...body !== void 0 && { "content-type": "application/json" },
			...headers,
			...this.#token !== void 0 && { authorization: `Bearer ${this.#token}` }
		};
		try {
			const exchange = {
				method,
				path,
				headers: fields,
				...body !== void 0 && { body },
				signal,
				limit
			};
			const answer = await transport.exchange(exchange);
			note(String(answer.status));
			const wait = waitUntilReset(answer);
			if (wait > 0) gate.closeUntil(clock.now() + wait);
			return answer;
		} catch (thrown) {
			if (!(thrown instanceof Unanswered)) throw thrown;
			note("no answer");
			const loss = explainLoss(thrown, {
				host: new URL(origin).host,
				proxy: transport.proxy
			});
			if (!signal.aborted) return loss;
			if (loss.sent) this.#loss = loss;
			throw reasonOf$1(signal);
		}
	}
	async #waitAtGate() {
		const wait = this.#session.gate.opensAt - this.#session.clock.now();
		if (wait <= 0 || wait >= remaining(this.#session)) return;
		await pause(this.#session, wait, wait < 1e3 ? "" : `The rate limit of ${this.#session.server} is used up.`);
	}
	async #afterLoss(loss) {
		if (loss.sent) this.#loss = loss;
		const isLast = this.#tries > this.#session.retries || !loss.transient;
		if (this.#call.settle !== void 0 && loss.sent) return this.#settleLoss(loss, isLast);
		if (isLast) throw failureOf(this.#trial, loss);
		await this.#waitFor(loss, problemSentence(loss));
	}
	async #settleLoss(loss, isLast) {
		const wait = isLast ? Math.min(1e3, this.#backOff()) : this.#backOff();
		const why = `${problemSentence(loss)} Checking whether ${this.#session.server} applied it anyway.`;
		await pause(this.#session, Math.min(wait, Math.max(0, remaining(this.#session) / 2)), why);
		const value = await this.#settled(loss);
		if (value !== void 0) return { value };
		const found = "A look-up right after that did not find it.";
		if (isLast) throw failureOf(this.#trial, loss, [found]);
		if (loss.asked !== void 0) await this.#waitFor(loss, `${this.#session.server} asks to wait.`, found);
	}
	async #waitAsAsked(problem) {
		if (this.#tries > this.#session.retries) throw failureOf(this.#call, problem, waitSentences(problem));
		await this.#waitFor(problem, problemSentence(problem));
	}
	async #waitFor(problem, why, ...found) {
		const wait = Math.max(problem.asked ?? 0, this.#backOff());
		const left = remaining(this.#session);
		if (wait >= left) throw failureOf(this.#trial, problem, [...found, ...waitSentences(problem, left)]);
		await pause(this.#session, wait, why);
	}
	async #waitPatiently(problem, patience) {
		const now = this.#session.clock.now();
		const why = this.#patientUntil === void 0 ? patience.why : problemSentence(problem);
		this.#patientUntil ??= now + patience.milliseconds;
		const wait = Math.min(LONGEST_PATIENT_PAUSE, this.#backOff());
		if (now + wait > Math.min(this.#patientUntil, this.#session.deadline - 1e3)) throw failureOf(this.#call, problem);
		await pause(this.#session, wait, why);
	}
	async #settleConflict(problem, loss) {
		const { clock, server, deadline } = this.#session;
		const patientUntil = Math.min(clock.now() + PATIENCE_AFTER_CONFLICT, deadline - 1e3);
		for (let wait = 1e3;; wait *= 2) {
			const value = await this.#settled(loss);
			if (value !== void 0) return { value };
			if (clock.now() + wait > patientUntil) throw failureOf(this.#call, problem);
			await pause(this.#session, wait, `${server} says that the mapping exists, but does not list it yet.`);
		}
	}
	async #settled(loss) {
		try {
			return await this.#call.settle?.();
		} catch (thrown) {
			if (!(thrown instanceof Failure)) throw thrown;
			const { advice, sentence } = thrown;
			const { sentence: first } = failureOf(this.#trial, loss, ["The check whether it was applied failed, too.", sentence]);
			throw new Failure(ABOUT_A_MAPPING.has(thrown.reason) ? loss.reason : thrown.reason, first, {
				advice,
				cause: thrown
			});
		}
	}
	get #trial() {
		return {
			purpose: this.#call.purpose,
			tries: this.#tries
		};
	}
	#backOff() {
		const base = Math.min(LONGEST_BACK_OFF, 500 * 2 ** Math.min(10, this.#tries - 1));
		return Math.round(base * (.5 + this.#session.clock.random() / 2));
	}
	#explain(thrown) {
		if (!(thrown instanceof Failure)) return thrown;
		const unsure = this.#loss !== void 0 && this.#call.unsure !== void 0 ? [this.#call.unsure] : [];
		const { reason, advice, sentence } = thrown;
		const details = {
			advice,
			cause: thrown,
			isUnsettled: unsure.length > 0
		};
		if (thrown instanceof Stopped) {
			const { sentence: stopped } = failureOf(this.#call, thrown, unsure);
			return new Failure(reason, stopped, details);
		}
		return unsure.length === 0 ? thrown : new Failure(reason, [sentence, ...unsure].join(" "), details);
	}
};
// src/datadog/step-memory.ts
function newMemory() {
	return {
		families: new PathFamilies(),
		created: /* @__PURE__ */ new Map(),
		gone: /* @__PURE__ */ new Set(),
		writes: 0
	};
}
async function countWrite(memory, call, isVain = () => false) {
	memory.writes++;
	try {
		const result = await call;
		if (isVain(result)) memory.writes--;
		return result;
	} catch (thrown) {
		if (thrown instanceof Failure && !thrown.isUnsettled) memory.writes--;
		throw thrown;
	}
}
// src/datadog/client.ts
const PATIENCE_FOR_OWN_MAPPING = 3e4;
const PAUSE_UNTIL_GONE = 300;
var Client = class Client {
	#session;
	#memory;
	#directory;
	constructor(session, memory = newMemory()) {
		this.#session = session;
		this.#memory = memory;
	}
	timeLeft() {
		return remaining(this.#session);
	}
	directory() {
		this.#directory ??= __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 2647)).then(({ Directory }) => new Directory(this.#session));
		return this.#directory;
	}
	async tokenAccount() {
		const { authorization } = this.#session.headers;
		if (authorization === void 0 || isAccessToken(authorization.replace(/^Bearer /, ""))) return "none";
		const user = await (await this.directory()).organization.currentUser();
		return user.status === "found" ? user.value : "unknown";
	}
	stopped() {
		return this.#session.signal.aborted ? reasonOf$1(this.#session.signal) : void 0;
	}
	secondHalf(milliseconds) {
		return new Client(secondHalf(this.#session, milliseconds), this.#memory);
	}
	isOwn({ id }) {
		return this.#memory.created.get(id) === "answered";
	}
	async findAccount(identifier) {
		return (await this.directory()).accounts.find(identifier);
	}
	async named(mapping) {
		const accountName = (await this.#directory)?.accounts.nameOf(mapping.accountUuid ?? "");
		return {
			...mapping,
			...accountName !== void 0 && { accountName }
		};
	}
	async waitUntilGone(kind, id, { milliseconds, left }) {
		const end = this.#session.clock.now() + milliseconds;
		for (;;) {
			if (await this.#getOnce(kind, id) === void 0) {
				this.#memory.gone.add(id);
				return true;
			}
			const latest = Math.min(end, this.#session.deadline - left);
			if (this.#session.clock.now() + PAUSE_UNTIL_GONE >= latest) return false;
			await pause(this.#session, PAUSE_UNTIL_GONE, "");
		}
	}
	async list(kind, listing = {}) {
		return (kind === "authn" ? await readListing(this.#session, listing, (query, which) => this.#page(kind, query, which)) : (await this.#page(kind, "", "")).items).filter(({ id }) => !this.#memory.gone.has(id));
	}
	async get(kind, id) {
		const patientUntil = this.#patientUntil();
		for (let seen = 0;;) {
			const mapping = await this.#getOnce(kind, id);
			if (!this.#memory.created.has(id)) return mapping;
			seen = mapping === void 0 ? 0 : seen + 1;
			const now = this.#session.clock.now();
			if (seen === 2 || now >= patientUntil) return mapping;
			const why = mapping === void 0 ? `Datadog does not show the new mapping ${id} yet.` : "";
			await pause(this.#session, Math.min(mapping === void 0 ? 1e3 : 250, Math.max(0, remaining(this.#session) / 2)), why);
		}
	}
	async create(kind, attributes) {
		const meaning = KINDS[kind];
		let lost = 0;
		let found;
		const settle = async () => {
			lost++;
			found = await this.findEqual(kind, attributes);
			return found;
		};
		const call = createCall(kind, attributes, settle);
		const mapping = await countWrite(this.#memory, this.#collection(kind, call));
		const isAnswered = mapping !== found;
		this.#memory.created.set(mapping.id, isAnswered ? "answered" : "found");
		if (lost === 0 || !meaning.duplicates) return mapping;
		return keepOne(this.#session, {
			title: meaning.title,
			mapping,
			isAnswered,
			lost,
			listEqual: () => this.listEqual(kind, attributes),
			remove: (id) => this.delete(kind, id)
		});
	}
	async update(kind, id, attributes) {
		return updateWhatIsShown(this.#session, this.#subject("update", kind, id), () => this.#updateOnce(kind, id, attributes));
	}
	#updateOnce(kind, id, attributes) {
		const call = updateCall(kind, id, attributes, () => this.#getOnce(kind, id));
		const change = this.#mapping(kind, call, (mapping) => mapping === void 0);
		return countWrite(this.#memory, change, (mapping) => mapping === void 0);
	}
	async delete(kind, id) {
		const patientUntil = this.#memory.created.has(id) ? this.#patientUntil() : void 0;
		const subject = this.#subject("delete", kind, id);
		const deleteOnce = () => countWrite(this.#memory, this.#deleteOnce(kind, id), (result) => result === "missing");
		const isDeleted = await deleteWhatIsShown(this.#session, subject, deleteOnce, patientUntil);
		this.#memory.gone.add(id);
		return isDeleted;
	}
	#subject(verb, kind, id) {
		return {
			verb,
			title: KINDS[kind].title,
			id,
			read: () => this.#getOnce(kind, id)
		};
	}
	async #deleteOnce(kind, id) {
		let isLost = false;
		const absent = (lost) => {
			isLost ||= lost;
			return isLost ? "gone" : "missing";
		};
		try {
			return await this.#mapping(kind, deleteCall(kind, id, absent), (result) => result !== "deleted");
		} catch (thrown) {
			throw isLost ? unsettled(thrown) : thrown;
		}
	}
	async findEqual(kind, wanted) {
		for (const mapping of await this.listEqual(kind, wanted)) if (await this.isSameAccount(kind, wanted, mapping) === true) return mapping;
	}
	async isSameAccount(kind, wanted, live) {
		const known = sameAccount(KINDS[kind], wanted, live);
		if (known !== void 0 || live.accountUuid === void 0) return known;
		const [{ accounts }, { isNamed }] = await Promise.all([this.directory(), __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 5526))]);
		const reading = await accounts.byUuid(live.accountUuid);
		if (reading.status === "forbidden") return void 0;
		return reading.status === "found" && isNamed(reading.value, wanted.accountIdentifier ?? "");
	}
	async listEqual(kind, wanted) {
		const key = identityKey(KINDS[kind], wanted);
		return (await this.list(kind, listingFor(kind, wanted))).filter((mapping) => identityKey(KINDS[kind], mapping) === key);
	}
	#patientUntil() {
		return Math.min(this.#session.clock.now() + PATIENCE_FOR_OWN_MAPPING, this.#session.deadline - 1e3);
	}
	#getOnce(kind, id) {
		return this.#mapping(kind, getCall(kind, id), (mapping) => mapping === void 0);
	}
	async #page(kind, query, which) {
		try {
			return await this.#collection(kind, listCall(kind, query, which));
		} catch (thrown) {
			throw notOffered(thrown);
		}
	}
	#collection(kind, call) {
		return this.#memory.families.collection(WIRE_KINDS[kind], (collection) => send(this.#session, call(collection)));
	}
	#mapping(kind, call, isAbsent) {
		return this.#memory.families.mapping(WIRE_KINDS[kind], {
			call: (collection) => send(this.#session, call(collection)),
			isAbsent,
			list: () => this.list(kind)
		});
	}
};
// src/connection.ts
function endAfter(seconds, stop, clock, elapsed = 0) {
	const end = () => stop.abort(new Stopped("timeout", `the deadline of ${seconds} s passed`));
	return clock.after(Math.max(0, seconds * 1e3 - elapsed), end);
}
async function connect(destination, { env, stop, clock, secrets, log, started }) {
	const { origin, site, credentials, awsRegion, timeoutSeconds, retries } = destination;
	const liftDeadline = endAfter(timeoutSeconds, stop, clock, clock.now() - started);
	const surroundings = {
		env,
		addSecret: (secret) => secrets.add(secret),
		clock,
		deadline: started + timeoutSeconds * 1e3,
		signal: stop.signal,
		retries,
		say: log.line,
		debug: log.debug,
		quote: (text) => log.quote(text)
	};
	const datadog = await openSession({
		origin,
		server: "Datadog",
		headers: { "x-datadog-managed-by": "iac" }
	}, surroundings);
	const close = () => {
		liftDeadline();
		datadog.transport.close();
	};
	log.line(`Connecting to ${site?.name ?? origin} with ${CREDENTIALS[credentials.type]}.`);
	const job = {
		env,
		...awsRegion !== void 0 && { awsRegion },
		datadog,
		addSecret: surroundings.addSecret,
		open: (peer) => openSession(peer, surroundings)
	};
	if (credentials.type === "keys" || credentials.type === "bearer") return {
		job,
		session: withCredentials(datadog, credentials),
		close
	};
	const { lookUp, ...identity } = credentials;
	const mapped = {
		...job,
		identity,
		...lookUp !== void 0 && { lookUp: new Client(withCredentials(datadog, lookUp)) }
	};
	const { createTokenSource } = await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9911));
	return {
		job: mapped,
		session: {
			...datadog,
			tokens: createTokenSource(mapped)
		},
		close
	};
}
function withCredentials(session, credentials) {
	return {
		...session,
		headers: {
			...session.headers,
			...authorization(credentials)
		}
	};
}
const CREDENTIALS = {
	keys: "an API key and an application key",
	bearer: "a bearer token",
	aws: "this job's AWS credentials instead of keys",
	github: "this job's GitHub token instead of keys"
};
// src/mappings/counted.ts
function counted(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
// src/operations/create.ts
async function createOne(client, { kind, attributes }) {
	const meaning = KINDS[kind];
	const mapping = await createWanted(client, {
		kind,
		attributes
	});
	if (!meaning.duplicates) return {
		mapping,
		by: client.isOwn(mapping) ? "this step" : "unknown"
	};
	const older = await olderEqual(client, {
		kind,
		attributes
	}, mapping);
	if (older === void 0) return {
		mapping,
		by: "this step"
	};
	try {
		await client.delete(kind, mapping.id);
	} catch (thrown) {
		const cause = asFailure(thrown);
		const { reason, sentence, advice } = cause;
		throw new InformedFailure(new Failure(reason, `${`The ${meaning.title} for ${describe(meaning, attributes)} exists twice, as ${older.id} from another run and ${mapping.id} from this one.`} ${sentence}`, {
			advice,
			cause
		}), {
			mapping,
			changed: mayHaveHappened(cause) ? "unknown" : true
		});
	}
	return {
		mapping: older,
		by: "another run"
	};
}
async function createWanted(client, wanted) {
	try {
		return await client.create(wanted.kind, wanted.attributes);
	} catch (thrown) {
		throw await explained(client, wanted, asFailure(thrown));
	}
}
async function explained(client, { kind, attributes }, failure) {
	const { accountIdentifier } = attributes;
	if (failure.isUnsettled) return failure;
	if (failure.reason !== "forbidden" || !KINDS[kind].persona || accountIdentifier === void 0) return failure;
	return (await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6534))).explainRefusedAccount(client, accountIdentifier, failure);
}
async function olderEqual(client, wanted, mapping) {
	try {
		return (await client.listEqual(wanted.kind, wanted.attributes)).find((other) => other.id !== mapping.id && age(other) < age(mapping));
	} catch (thrown) {
		if (thrown instanceof Failure) return void 0;
		throw thrown;
	}
}
function age({ createdAt = "", id }) {
	return `${createdAt} ${id}`;
}
async function noEffectOfNew(client, { kind, attributes }) {
	if (kind !== "authn") return [];
	const { noEffectOf, readNoEffect } = await __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 7780)).then((n) => n.t);
	return noEffectOf(await readNoEffect(client, [attributes]), attributes);
}
async function create(request, { client }) {
	const { kind, attributes } = request;
	const meaning = KINDS[kind];
	if (meaning.duplicates) {
		const equal = await client.findEqual(kind, attributes);
		if (equal !== void 0) return existing(request, await client.named(equal), void 0);
	}
	try {
		const { mapping: made, by } = await createOne(client, request);
		const mapping = await client.named(made);
		if (by === "another run") return existing(request, mapping, void 0);
		if (by === "unknown") return perhapsCreated(mapping);
		return {
			result: "created",
			changed: true,
			mapping,
			sentence: `Created the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}.`,
			details: await noEffectOfNew(client, request)
		};
	} catch (thrown) {
		if (!(thrown instanceof Failure) || thrown.reason !== "conflict" || thrown instanceof InformedFailure) throw thrown;
		const { findHolder, inTheWay, isSameIdentity } = await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7923)).then((n) => n.t);
		const holder = await findHolder(client, request, thrown);
		if (holder !== void 0 && isSameIdentity(request, holder) && await client.isSameAccount(kind, attributes, holder) === true) {
			const mapping = await client.named(holder);
			return thrown.isUnsettled ? perhapsCreated(mapping) : existing(request, mapping, thrown);
		}
		throw await inTheWay(client, request, holder, thrown);
	}
}
function perhapsCreated(mapping) {
	const meaning = KINDS[mapping.kind];
	return {
		result: "kept",
		changed: "unknown",
		mapping,
		sentence: `The ${meaning.title} ${mapping.id} exists: ${describe(meaning, mapping)}.`,
		warnings: [`Datadog's answer to the create request was lost, and ${mapping.id} is equal to the wanted mapping. It is unknown whether this step created it or it existed before. Use operation: ensure to know: it lists the mappings first.`]
	};
}
function existing(request, mapping, conflict) {
	const meaning = KINDS[request.kind];
	if (request.ifExists === "keep") return {
		result: "kept",
		changed: false,
		mapping,
		sentence: `Kept the ${meaning.title} ${mapping.id}, which already exists: ${describe(meaning, mapping)}.`
	};
	throw conflictWith(mapping, `${`Could not create the ${meaning.title} for ${describe(meaning, request.attributes)}`}: it already exists, as ${mapping.id}.`, {
		advice: "Use if-exists: keep when it is the one you want.",
		cause: conflict
	});
}
// src/operations/look-up.ts
const MOST_COMPARED = 1e3;
const LONGEST_COMPARED = 300;
async function seek(client, request, verb) {
	const { kind, mappingId } = request;
	if (mappingId === void 0) return seekIdentity(client, request);
	const mapping = await client.get(kind, mappingId);
	if (mapping !== void 0) return {
		mapping,
		notes: []
	};
	return { notes: await refuseOtherKind(client, kind, mappingId, verb) };
}
async function seekIdentity(client, request) {
	const meaning = KINDS[request.kind];
	const live = await client.list(request.kind, listingFor(request.kind, request.attributes));
	for (const identity of identities(request)) {
		const hits = live.filter((mapping) => fitsIdentity(meaning, identity, mapping));
		const [mapping] = hits;
		if (hits.length > 1) throw ambiguous(request, hits);
		if (mapping !== void 0) return {
			mapping,
			notes: []
		};
	}
	const byPrincipal = new Map(live.slice(0, MOST_COMPARED).map((mapping) => [meaning.principal(mapping), mapping]));
	const principal = nearest(meaning.principal(request.attributes), [...byPrincipal.keys()], LONGEST_COMPARED);
	const near = byPrincipal.get(principal ?? "");
	return { notes: near === void 0 ? [] : [`The nearest is ${named(near)}.`] };
}
const UNREADABLE = /* @__PURE__ */ new Set([
	"forbidden",
	"unauthorized",
	"not-found",
	"invalid-input"
]);
async function refuseOtherKind(client, kind, id, verb) {
	const others = ALL_KINDS.filter(({ name }) => name !== kind);
	const found = await Promise.all(others.map((other) => getIfReadable(client, other.name, id)));
	const elsewhere = found.find((one) => typeof one === "object");
	if (elsewhere !== void 0) {
		const meaning = KINDS[elsewhere.kind];
		throw new Failure("not-found", `Could not ${verb} the ${KINDS[kind].title} ${id}: it is a mapping of kind ${elsewhere.kind} (${describe(meaning, elsewhere)}).`, { advice: `Set kind: ${elsewhere.kind}.` });
	}
	const unread = others.filter((_, index) => found[index] === "unread").map(({ title }) => `${title}s`);
	return unread.length === 0 ? [] : [`Could not search for the id among the ${unread.join(", ")}.`];
}
async function getIfReadable(client, kind, id) {
	try {
		return await client.get(kind, id);
	} catch (thrown) {
		if (thrown instanceof Failure && UNREADABLE.has(thrown.reason)) return "unread";
		throw thrown;
	}
}
function wantedText(request) {
	const meaning = KINDS[request.kind];
	if (request.mappingId !== void 0) return `${meaning.title} ${request.mappingId}`;
	return `${meaning.title} for ${meaning.principal(request.attributes)}`;
}
function missing(request, verb, notes = []) {
	const advice = verb === "get" || verb === "delete" ? {} : { advice: "Check the inputs and the site with operation: list and kind: all." };
	return new Failure("not-found", [`Could not ${verb} the ${wantedText(request)}: there is none.`, ...notes].join(" "), advice);
}
function identities(request) {
	if (request.lookUpPatterns.length === 0) return [request.attributes];
	return request.lookUpPatterns.map((arnPattern) => ({ arnPattern }));
}
function ambiguous(request, hits) {
	const meaning = KINDS[request.kind];
	const list = hits.slice(0, 20).map((mapping) => `${mapping.id} (${describe(meaning, mapping)})`);
	const more = hits.length > list.length ? ` and ${hits.length - list.length} more` : "";
	return new Failure("ambiguous", `${hits.length} ${meaning.title}s fit ${meaning.principal(request.attributes)}: ${list.join(", ")}${more}.`);
}
// src/operations/delete.ts
async function remove(request, context) {
	const { client } = context;
	const { kind, mappingId, force } = request;
	const { title } = KINDS[kind];
	const { mapping, notes } = mappingId === void 0 ? await seekIdentity(client, request) : await readIfGuarded();
	if (mapping !== void 0) {
		const { guarded, refusalsOfOne } = await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8648)).then((n) => n.t);
		const refusals = await refusalsOfOne({
			action: "delete",
			live: mapping,
			notes: []
		}, force, context);
		if (refusals.length > 0) throw guarded(refusals);
	}
	const id = mappingId ?? mapping?.id;
	if (id === void 0 || !await client.delete(kind, id)) {
		const details = mappingId === void 0 ? notes : await refuseOtherKind(client, kind, mappingId, "delete");
		if (request.ifMissing === "fail") throw missing(request, "delete", details);
		return {
			result: "missing",
			changed: false,
			sentence: `There is no ${wantedText(request)}.`,
			details
		};
	}
	const known = mapping === void 0 ? "" : `: ${describe(KINDS[kind], mapping)}`;
	return {
		result: "deleted",
		changed: true,
		mapping: mapping ?? {
			kind,
			id
		},
		sentence: `Deleted the ${title} ${id}${known}.`
	};
	async function readIfGuarded() {
		const live = mappingId !== void 0 && await canBeGuarded(kind, context) ? await client.get(kind, mappingId) : void 0;
		return {
			...live !== void 0 && { mapping: live },
			notes: []
		};
	}
}
async function canBeGuarded(kind, { client, job }) {
	return kind === "authn" || job.identity !== void 0 || await client.tokenAccount() !== "none";
}
// src/mappings/plan/collisions.ts
function obstacles(kind, attributes, mappings) {
	const { arnPattern } = attributes;
	return new ObstacleIndex(arnPattern === void 0 ? mappings : [...mappings].filter((mapping) => overlap(arnPattern, mapping.arnPattern ?? "") !== "disjoint")).find(kind, attributes);
}
var ObstacleIndex = class {
	#byIdentity = /* @__PURE__ */ new Map();
	#patterns;
	constructor(mappings) {
		const entries = [];
		for (const mapping of mappings) {
			const key = keyOf(mapping.kind, mapping);
			if (key === void 0) continue;
			push(this.#byIdentity, key, mapping);
			const { arnPattern } = mapping;
			if (arnPattern === void 0) continue;
			const path = pathOf(arnPattern);
			entries.push({
				path,
				isWildcard: path !== arnPattern,
				value: mapping,
				place: entries.length,
				above: void 0
			});
		}
		this.#patterns = new PatternOrder(entries);
	}
	find(kind, attributes) {
		const key = keyOf(kind, attributes);
		if (key === void 0) return {
			excluding: [],
			overlapping: []
		};
		const equal = this.#byIdentity.get(key) ?? [];
		const { arnPattern } = attributes;
		if (arnPattern === void 0) return {
			excluding: equal.filter((mapping) => mapping.kind === kind),
			overlapping: equal.filter((mapping) => mapping.kind !== kind)
		};
		return {
			excluding: equal,
			overlapping: this.#patterns.around(arnPattern).filter((mapping) => {
				const relation = overlap(arnPattern, mapping.arnPattern ?? "");
				return relation === "covers" || relation === "covered-by";
			})
		};
	}
};
var PatternOrder = class {
	#entries;
	#isSorted = false;
	constructor(entries) {
		this.#entries = entries;
	}
	around(pattern) {
		this.#sort();
		const path = pathOf(pattern);
		const first = this.#countBefore(path);
		let end = first;
		while (this.#entries[end]?.path === path) end++;
		const above = this.#above(path, this.#entries[end - 1]);
		if (path !== pattern) while (this.#entries[end]?.path.startsWith(path)) end++;
		else end = first;
		if (above.length === 0 && end === first) return [];
		const below = this.#entries.slice(first, end).sort((a, b) => a.place - b.place);
		return [...above, ...below].map(({ value }) => value);
	}
	#sort() {
		if (this.#isSorted) return;
		this.#isSorted = true;
		this.#entries.sort((a, b) => a.path < b.path ? -1 : a.path === b.path ? 0 : 1);
		let above;
		for (const entry of this.#entries) {
			while (above !== void 0 && !entry.path.startsWith(above.path)) above = above.above;
			entry.above = above;
			if (entry.isWildcard) above = entry;
		}
	}
	#above(path, last) {
		const found = [];
		for (let entry = last?.isWildcard ? last : last?.above; entry !== void 0; entry = entry.above) if (found.length > 0 || path.startsWith(entry.path)) found.push(entry);
		return found.length < 2 ? found : found.sort((a, b) => a.path.length - b.path.length || a.place - b.place);
	}
	#countBefore(path) {
		let low = 0;
		let high = this.#entries.length;
		while (low < high) {
			const middle = low + high >> 1;
			if ((this.#entries[middle]?.path ?? "") < path) low = middle + 1;
			else high = middle;
		}
		return low;
	}
};
function pathOf(pattern) {
	return pattern.endsWith("/*") ? pattern.replace(/\*$/g, "") : pattern;
}
function keyOf(kind, mapping) {
	const meaning = KINDS[kind];
	return meaning.duplicates ? void 0 : mapping.arnPattern ?? identityKey(meaning, mapping);
}
function push(map, key, value) {
	const list = map.get(key);
	if (list === void 0) map.set(key, [value]);
	else list.push(value);
}
// src/mappings/reading-permissions.ts
const TO_READ_ACCOUNTS = "the permission user_access_read";
const TO_READ_TEAMS = "the permission teams_read";
// src/mappings/plan/notes.ts
function exclusion(live) {
	return `It has the same pattern as ${named(live)}, and Datadog allows one mapping per pattern. Delete that one first if it is not needed.`;
}
function unknownAccount(wanted, live) {
	const account = live.accountIdentifier ?? live.accountUuid;
	return `Could not determine whether ${wanted.accountIdentifier} is ${account}: that needs ${TO_READ_ACCOUNTS}. If it is, set account-identifier to ${account}.`;
}
function overlapNote(wanted, other) {
	const relation = wanted.kind.startsWith("github-") ? "has the same claims as" : "overlaps with";
	const meaning = KINDS[other.kind];
	const what = "id" in other ? named(other) : `the ${meaning.title} ${describe(meaning, other)}`;
	return {
		code: "overlap",
		text: `${KINDS[wanted.kind].principal(wanted.attributes)} ${relation} ${what}. Datadog does not document whether it refuses that.`
	};
}
function addsTo(live) {
	return {
		code: "adds-to",
		text: `${KINDS.authn.principal(live)} already gives ${KINDS.authn.target(live)} (${live.id}). With this change it gives both.`
	};
}
function duplicateNote(duplicate, kept, isRemoved) {
	const text = `${describe(KINDS[duplicate.kind], duplicate)} is live a second time, as ${duplicate.id}.`;
	if (isRemoved) return {
		code: "duplicate",
		text: `${text} The plan removes it.`
	};
	return {
		code: "duplicate",
		text: `${text}${doubtOf(duplicate, kept)} It stays: prune deletes duplicates that are in the scope.`
	};
}
function doubtOf(duplicate, kept) {
	if (shareAccount(duplicate, kept)) return "";
	return ` ${kept.id} has another account, and Datadog does not document which of the two it uses.`;
}
// src/mappings/plan/pairing.ts
const NONE = [];
function pairUp(wanted, live) {
	const byIdentity = /* @__PURE__ */ new Map();
	for (const mapping of live) push(byIdentity, identityOf(mapping.kind, mapping), mapping);
	const keys = wanted.map(({ kind, attributes }) => identityOf(kind, attributes));
	const pairs = wanted.map((one, index) => {
		const equals = byIdentity.get(keys[index] ?? "") ?? NONE;
		const [oldest] = equals;
		if (oldest === void 0) return {
			wanted: one,
			duplicates: NONE
		};
		if (equals.length === 1) return {
			wanted: one,
			live: oldest,
			duplicates: NONE
		};
		const [live = oldest, ...duplicates] = oldestFirst(equals);
		return {
			wanted: one,
			live,
			duplicates
		};
	});
	for (const key of keys) byIdentity.delete(key);
	return {
		pairs,
		unpaired: [...byIdentity.values()].flat(),
		live
	};
}
function settled(pair, sameAccount) {
	const { wanted, live, duplicates } = pair;
	if (live === void 0 || duplicates.length === 0) return pair;
	const all = [live, ...duplicates];
	const chosen = [true, void 0].flatMap((verdict) => all.find((one) => sameAccount(wanted, one) === verdict) ?? [])[0];
	return chosen === void 0 ? pair : {
		wanted,
		live: chosen,
		duplicates: all.filter((one) => one !== chosen)
	};
}
function identityOf(kind, mapping) {
	return `${kind} ${identityKey(KINDS[kind], mapping)}`;
}
function oldestFirst(mappings) {
	return [...mappings].map((mapping) => ({
		mapping,
		age: `${mapping.createdAt ?? "~"} ${mapping.id}`
	})).sort((a, b) => a.age < b.age ? -1 : 1).map(({ mapping }) => mapping);
}
// src/mappings/plan/decide.ts
function toleranceOf({ operation, ifExists }) {
	return {
		equal: operation === "create" && ifExists === "fail" ? "refuse" : "keep",
		other: operation === "ensure" && ifExists === "replace" ? "replace" : "refuse"
	};
}
function decideNew(wanted, live, { equal, other, sameAccount, lookUpPatterns }) {
	const [first] = pairUp([wanted], live).pairs;
	const pair = first && settled(first, sameAccount);
	const holder = pair?.live;
	const useless = live.filter(({ arnPattern = "" }) => arnPattern !== wanted.attributes.arnPattern && lookUpPatterns.includes(arnPattern));
	if (pair === void 0 || holder === void 0) {
		const change = decideFree(wanted, live);
		return {
			...change,
			notes: [...change.notes, ...useless.map(uselessNote)]
		};
	}
	const change = comparePair({
		...pair,
		live: holder
	}, { sameAccount });
	const notes = [...(change.action === "replace" ? [] : pair.duplicates).map((one) => duplicateOf(one, holder)), ...useless.map(uselessNote)];
	if (change.action === "unchanged" && equal === "refuse") return blocked$1(wanted, holder, "exists", `It already exists, as ${holder.id}.`);
	if (change.action === "replace" && other === "refuse") return taken$1(wanted, holder);
	return {
		...change,
		notes
	};
}
function decideUpdate(live, wanted, others, { sameAccount }) {
	const meaning = KINDS[live.kind];
	const same = identityKey(meaning, wanted.attributes) === identityKey(meaning, live) ? sameAccount(wanted, live) : false;
	if (same === void 0) return blocked$1(wanted, live, "account-unknown", unknownAccount(wanted.attributes, live));
	if (same) return {
		action: "unchanged",
		wanted,
		live,
		notes: []
	};
	const rest = others.filter(({ id }) => id !== live.id);
	if (meaning.duplicates) {
		const [pair] = pairUp([wanted], rest).pairs;
		return {
			action: "update",
			wanted,
			live,
			notes: pair?.live === void 0 ? [] : [pair.live, ...pair.duplicates].map((one) => duplicateOf(one, live))
		};
	}
	const { excluding, overlapping } = obstacles(wanted.kind, wanted.attributes, rest);
	const [holder] = excluding;
	if (holder !== void 0) return holder.kind === wanted.kind ? taken$1(wanted, holder) : excluded(wanted, holder);
	const notes = overlapping.map((mapping) => overlapNote(wanted, mapping));
	return {
		action: "replace",
		wanted: [wanted],
		live: [live],
		notes
	};
}
function comparePair({ wanted, live, duplicates }, { sameAccount }) {
	const same = sameAccount(wanted, live);
	if (same === void 0) return {
		action: "blocked",
		wanted,
		live,
		code: "account-unknown",
		why: unknownAccount(wanted.attributes, live),
		notes: []
	};
	return same ? {
		action: "unchanged",
		wanted,
		live,
		notes: []
	} : {
		action: "replace",
		wanted: [wanted],
		live: [live, ...duplicates],
		notes: []
	};
}
function decideFree(wanted, live) {
	const { excluding, overlapping } = obstacles(wanted.kind, wanted.attributes, live);
	const [holder] = excluding;
	if (holder !== void 0) return excluded(wanted, holder);
	const { attributeKey, attributeValue } = wanted.attributes;
	const sameAttribute = live.filter((mapping) => wanted.kind === "authn" && mapping.kind === "authn" && mapping.attributeKey === attributeKey && mapping.attributeValue === attributeValue);
	return {
		action: "create",
		wanted,
		notes: [...overlapping.map((mapping) => overlapNote(wanted, mapping)), ...sameAttribute.map(addsTo)]
	};
}
function taken$1(wanted, holder) {
	const { principal } = KINDS[wanted.kind];
	return blocked$1(wanted, holder, "taken", `${principal(wanted.attributes)} is already mapped by ${named(holder)}.`);
}
function excluded(wanted, holder) {
	return blocked$1(wanted, holder, "excluded", exclusion(holder));
}
function blocked$1(wanted, live, code, why) {
	return {
		action: "blocked",
		wanted,
		live,
		code,
		why,
		notes: []
	};
}
function uselessNote(mapping) {
	return {
		code: "useless",
		text: `The ${KINDS[mapping.kind].title} ${mapping.id} has the pattern ${mapping.arnPattern}, which no caller has. Delete it with mapping-id: ${mapping.id}.`
	};
}
function duplicateOf(mapping, kept) {
	return {
		code: "duplicate",
		text: `Also live, as a duplicate: ${named(mapping)}.${doubtOf(mapping, kept)}`
	};
}
// src/operations/in-parallel.ts
async function inParallel(items, work) {
	const queue = items.values();
	const failures = [];
	const worker = async () => {
		for (const item of queue) {
			if (failures.length > 0) return;
			try {
				await work(item);
			} catch (thrown) {
				failures.push(thrown);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(8, items.length) }, worker));
	if (failures.length > 0) throw failures[0];
}
// src/operations/live-state.ts
async function judgeAccounts(client, { pairs }) {
	const verdicts = /* @__PURE__ */ new Map();
	await inParallel(pairs.flatMap(({ wanted, live: first, duplicates }) => {
		const all = first === void 0 ? [] : [first, ...duplicates];
		const verdict = (live) => sameAccount(KINDS[wanted.kind], wanted.attributes, live);
		if (all.some((live) => verdict(live) === true)) return [];
		return all.filter((live) => verdict(live) === void 0).map((live) => ({
			wanted,
			live
		}));
	}), async ({ wanted, live }) => {
		verdicts.set(live, await client.isSameAccount(wanted.kind, wanted.attributes, live));
	});
	return (wanted, live) => sameAccount(KINDS[wanted.kind], wanted.attributes, live) ?? verdicts.get(live);
}
async function listKinds(client, kinds) {
	const lists = /* @__PURE__ */ new Map();
	await inParallel(kinds, async (kind) => {
		lists.set(kind, await client.list(kind));
	});
	return kinds.flatMap((kind) => lists.get(kind) ?? []);
}
async function listReadable(client, { kind, unavailable }) {
	const kinds = KIND_NAMES.filter((name) => kind === "all" || name === kind);
	const refused = /* @__PURE__ */ new Map();
	const lists = /* @__PURE__ */ new Map();
	await inParallel(kinds.filter((name) => !unavailable.some((one) => one.kind === name)), async (name) => {
		try {
			lists.set(name, await client.list(name));
		} catch (thrown) {
			if (!isNotToBeHad(thrown)) throw thrown;
			refused.set(name, thrown);
		}
	});
	const read = kinds.filter((name) => lists.has(name));
	const [first] = refused.values();
	if (read.length === 0 && first !== void 0) throw first;
	return {
		mappings: read.flatMap((name) => lists.get(name) ?? []),
		read,
		unread: kinds.flatMap((name) => {
			const why = whyUnread(refused.get(name)) ?? unavailable.find((one) => one.kind === name)?.why;
			return why === void 0 ? [] : [{
				kind: name,
				why
			}];
		})
	};
}
function whyUnread(failure) {
	return failure?.reason === "not-found" ? failure.sentence : failure?.message;
}
function isNotToBeHad(thrown) {
	return thrown instanceof Failure && [
		"forbidden",
		"not-found",
		"invalid-input"
	].includes(thrown.reason);
}
async function listOthers(client, kinds) {
	const lists = /* @__PURE__ */ new Map();
	const unread = /* @__PURE__ */ new Map();
	await inParallel(kinds, async (kind) => {
		try {
			lists.set(kind, await client.list(kind));
		} catch (thrown) {
			unread.set(kind, {
				kind,
				why: bearable(thrown, client).sentence
			});
		}
	});
	return {
		live: kinds.flatMap((kind) => lists.get(kind) ?? []),
		unread: kinds.flatMap((kind) => unread.get(kind) ?? [])
	};
}
async function listSiblings(client, fresh, listed) {
	const siblings = new Set(fresh.flatMap((kind) => KINDS[kind].sibling ?? []));
	try {
		return await listKinds(client, [...siblings].filter((kind) => !listed.includes(kind)));
	} catch (thrown) {
		if (isNotToBeHad(thrown)) return [];
		throw thrown;
	}
}
// src/operations/ensure.ts
async function ensure(request, context) {
	const { client, journal } = context;
	const first = await planEnsure(client, request);
	try {
		return await carryOut$2(request, first, context);
	} catch (thrown) {
		if (!(thrown instanceof Failure) || thrown.reason !== "conflict" || first.change.action !== "create") throw thrown;
		const second = await planEnsure(client, request);
		if (second.change.action === "create") {
			const { explainConflict } = await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7923)).then((n) => n.t);
			throw await explainConflict(client, request, thrown);
		}
		const why = thrown.isUnsettled ? "Datadog now says that the mapping is there" : "Another run changed this mapping";
		journal.say(`${why}; reading it again.`);
		const outcome = await carryOut$2(request, second, context);
		return thrown.isUnsettled && outcome.changed === false ? {
			...outcome,
			changed: "unknown",
			warnings: [BY_WHOM]
		} : outcome;
	}
}
const BY_WHOM = "Datadog's answer to a request that creates the mapping was lost. Whether this step or another run created it is unknown.";
async function planEnsure(client, request) {
	const { kind, attributes } = request;
	const wanted = {
		kind,
		attributes
	};
	const live = await client.list(kind, listingFor(kind, attributes));
	const sameAccount = await judgeAccounts(client, pairUp([wanted], live));
	const change = decideNew(wanted, live, {
		...request,
		...toleranceOf(request),
		sameAccount
	});
	return {
		change,
		details: change.notes.map(({ text }) => text)
	};
}
async function carryOut$2(request, { change, details }, context) {
	const { client } = context;
	if (change.action === "blocked") throw blocked(request, change);
	if (change.action === "unchanged") return unchanged(await client.named(change.live), details);
	if (change.action === "create") {
		const { mapping: made, by } = await createOne(client, request);
		const mapping = await client.named(made);
		if (by === "another run") return unchanged(mapping, details);
		return changed("created", "Created", mapping, [...details, ...await noEffectOfNew(client, request)]);
	}
	const { replace } = await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 300)).then((n) => n.n);
	const { mappings, changed: isChanged } = await replace(change, context);
	const [made] = mappings;
	if (made === void 0) throw new Error("a replacement without a mapping");
	const mapping = await client.named(made);
	if (isChanged === false) return unchanged(mapping, details);
	return {
		...changed("replaced", `Replaced ${change.live.map(({ id }) => id).join(", ")} with`, mapping, details),
		changed: isChanged
	};
}
function unchanged(mapping, details) {
	return {
		result: "unchanged",
		changed: false,
		mapping,
		details,
		sentence: `Nothing to do for ${textOf(mapping)}.`
	};
}
function changed(result, verb, mapping, details) {
	return {
		result,
		changed: true,
		mapping,
		details,
		sentence: `${verb} ${textOf(mapping)}.`
	};
}
function textOf(mapping) {
	const meaning = KINDS[mapping.kind];
	return `the ${meaning.title} ${mapping.id}: ${describe(meaning, mapping)}`;
}
function blocked(request, { code, live, why }) {
	const meaning = KINDS[request.kind];
	const sentence = `Could not ensure the ${meaning.title} for ${describe(meaning, request.attributes)}. ${why}`;
	if (code === "account-unknown") return new Failure("forbidden", sentence, { advice: "Nothing was changed." });
	return conflictWith(live, sentence, { advice: code === "taken" ? "Leave if-exists out to replace it, or set account-identifier to its account." : "Delete that mapping first if it is not needed." });
}
// src/operations/get.ts
async function get(request, { client }) {
	const { mapping, notes } = await seek(client, request, "get");
	if (mapping !== void 0) return {
		result: "found",
		mapping,
		sentence: `Found the ${KINDS[request.kind].title} ${mapping.id}: ${describe(KINDS[request.kind], mapping)}.`
	};
	if (request.ifMissing === "fail") throw missing(request, "get", notes);
	return {
		result: "missing",
		sentence: `There is no ${wantedText(request)}.`,
		details: notes
	};
}
// src/operations/list.ts
async function list(request, { client }) {
	if (request.kind !== "all") {
		const mappings = await client.list(request.kind, request.query);
		return {
			result: "listed",
			mappings,
			sentence: `${thereAre(mappings.length, request.kind)}.`
		};
	}
	const { mappings, read, unread } = await listReadable(client, request);
	const each = read.map((kind) => countOf(ofKind(mappings, kind), kind));
	return {
		result: "listed",
		mappings,
		sentence: `${`There ${mappings.length === 1 ? "is" : "are"} ${counted(mappings.length || "no", "mapping")}`}: ${each.join(", ")}.`,
		details: unread.map(unreadText)
	};
}
function unreadText({ kind, why }) {
	return `The ${KINDS[kind].title}s were not read. ${why}`;
}
function thereAre(count, kind) {
	return `There ${count === 1 ? "is" : "are"} ${countOf(count, kind)}`;
}
function countOf(count, kind) {
	return counted(count || "no", KINDS[kind].title);
}
function ofKind(mappings, kind) {
	return mappings.filter((mapping) => mapping.kind === kind).length;
}
// src/operations/operate.ts
async function operate(request, context) {
	try {
		const organization = asksForOrganization(request, context) ? await (await __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 6163))).confirmOrganization(context) : void 0;
		return await carryOut$1(request, {
			...context,
			...organization !== void 0 && { organization }
		});
	} catch (thrown) {
		if (!(thrown instanceof Failure) || thrown.reason !== "unauthorized") throw thrown;
		throw await (await __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 6163))).explainUnauthorized(thrown, context);
	}
}
const ALWAYS_ASKING = /* @__PURE__ */ new Set([
	"export",
	"plan",
	"apply",
	"audit"
]);
function asksForOrganization(request, { place, job }) {
	if (ALWAYS_ASKING.has(request.operation)) return true;
	return "dryRun" in request && place.orgUuid !== void 0 && job.identity === void 0;
}
async function carryOut$1(given, context) {
	const request = givesNames(given) ? await (await __nccwpck_require__.e(/* import() | directory */ 488).then(__nccwpck_require__.bind(__nccwpck_require__, 5524))).withIds(given, context) : given;
	if ("dryRun" in request && request.dryRun) return (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1793))).dryRun(request, context);
	switch (request.operation) {
		case "list": return list(request, context);
		case "get": return get(request, context);
		case "create": return create(request, context);
		case "update": return (await Promise.all(/* import() | change */[__nccwpck_require__.e(561), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7155))).update(request, context);
		case "delete": return remove(request, context);
		case "ensure": return ensure(request, context);
		case "export": return (await Promise.all(/* import() | write */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(836)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9064))).exportMappings(request, context);
		case "plan": return (await Promise.all(/* import() | plan */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(342)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8413))).plan(request, context);
		case "apply": return (await Promise.all(/* import() | write */[__nccwpck_require__.e(561), __nccwpck_require__.e(841), __nccwpck_require__.e(836)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3432))).apply(request, context);
		case "audit": return (await Promise.all(/* import() | audit */[__nccwpck_require__.e(916), __nccwpck_require__.e(840)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5215))).auditMappings(request, context);
		case "match": return (await Promise.all(/* import() */[__nccwpck_require__.e(977), __nccwpck_require__.e(633)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1633)).then((n) => n.t)).match(request, context);
		case "verify": return (await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8139))).verify(request, context);
		case "login": return (await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3797))).login(request, context);
	}
}
// src/main.ts
async function main(env, stop, clock) {
	const started = clock.now();
	const secrets = new Secrets();
	const log = createLog(secrets, env);
	const report = new Report(env, {
		secrets,
		log,
		signal: stop.signal,
		clock
	});
	let step;
	const memory = newMemory();
	const liftDeadline = endAfter(provisionalTimeout(env), stop, clock);
	try {
		step = await readStep(env, secrets, stop.signal, log.annotate);
		liftDeadline();
		for (const warning of step.warnings) log.warning(warning);
		for (const notice of step.notices) log.line(notice);
		await report.outcome(await carryOut(step, {
			env,
			stop,
			clock,
			secrets,
			log,
			started,
			memory
		}, report), step);
		return true;
	} catch (thrown) {
		await report.failure(asFailure(thrown), step, memory.writes > 0);
		return false;
	}
}
const MANY_ANSWERS = /* @__PURE__ */ new Set([
	"export",
	"plan",
	"apply",
	"audit",
	"verify"
]);
async function carryOut(step, edge, journal) {
	if (step.auth === void 0) return checkedOnly(step);
	if (MANY_ANSWERS.has(step.request.operation) || isOfAllKinds(step.request)) expectManyAnswers();
	const { session, job, close } = await connect({
		...step,
		...step.auth
	}, edge);
	try {
		return await operate(await withClaims(step.request, job, edge.log), {
			client: new Client(session, edge.memory),
			job,
			journal,
			place: step.place
		});
	} finally {
		close();
	}
}
function checkedOnly({ request, event }) {
	const desired = request.operation === "plan" ? request.desired : void 0;
	const count = desired?.mappings.length ?? 0;
	return {
		result: "planned",
		sentence: `Checked ${filesText(desired?.paths ?? [])}: ${counted(count, "mapping")}, no mistakes.`,
		details: [`This run ${event.withoutSecrets} and has no secrets, so nothing was compared with Datadog. A run with secrets, such as the one after the merge, makes the plan.`]
	};
}
async function withClaims(request, job, log) {
	if (!("claimsOfThisJob" in request) || !request.claimsOfThisJob) return request;
	const { claimsToMap } = await Promise.all(/* import() | identity */[__nccwpck_require__.e(916), __nccwpck_require__.e(977), __nccwpck_require__.e(217)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1903)).then((n) => n.i);
	const { value: claims, warnings } = await claimsToMap(job);
	for (const warning of warnings) log.warning(`claims: ${warning}`);
	return {
		...request,
		attributes: {
			...request.attributes,
			claims
		}
	};
}
// src/index.ts
const SIGNALS = ["SIGINT", "SIGTERM"];
const LONGEST_READING = 3e4;
const LAST_MOMENT = 2e3;
const GRACE = 200;
process.exitCode = 1;
const stop = new AbortController();
for (const signal of SIGNALS) process.on(signal, () => stop.abort(new Stopped("cancelled", "the run was cancelled")));
for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (thrown) => stop.abort(unexpected(thrown)));
process.on("beforeExit", () => stop.abort(new Stopped("internal", "the event loop ran empty")));
main(process.env, stop, systemClock).then((succeeded) => {
	if (succeeded) process.exitCode = 0;
}).catch((thrown) => error(`Could not write the result of the step. ${asFailure(thrown).sentence.replace(/[\r\n]+/g, " ")}`)).finally(end);
async function end() {
	const exit = () => process.exit();
	const endSoon = () => systemClock.after(LAST_MOMENT, exit);
	for (const signal of SIGNALS) process.on(signal, endSoon);
	if (stop.signal.reason instanceof Stopped && stop.signal.reason.reason === "cancelled") endSoon();
	systemClock.after(LONGEST_READING, exit);
	await Promise.all([process.stdout, process.stderr].map(taken));
	systemClock.after(GRACE, exit);
}
function taken(stream) {
	return new Promise((resolve) => stream.write("", () => resolve()));
}



/***/ }),

/***/ 9236:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ __exportAll),
/* harmony export */   r: () => (/* binding */ __toESM),
/* harmony export */   t: () => (/* binding */ __commonJSMin)
/* harmony export */ });
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));



/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = require("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = require("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = require("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = require("node:diagnostics_channel");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = require("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = require("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = require("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = require("node:util");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
/******/ 	
/******/ 	// startup
/******/ 	// Load entry module and return exports
/******/ 	// This entry module is referenced by other modules so it can't be inlined
/******/ 	var __webpack_exports__ = __nccwpck_require__(6089);
/******/ 	module.exports = __webpack_exports__;
/******/ 	
/******/ })()
;