"use strict";
exports.id = 342;
exports.ids = [342];
exports.modules = {

/***/ 4425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LONGEST_COMMENT: () => (/* binding */ LONGEST_COMMENT),
/* harmony export */   keepComment: () => (/* binding */ keepComment)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_1__);


// src/action/report/comment.ts
const LONGEST_COMMENT = 65e3;
const LONGEST_WAIT_MS = 3e4;
async function keepComment(comment, { token, env, signal, clock }) {
	const baseUrl = env["GITHUB_API_URL"] || "https://api.github.com";
	const { origin } = new URL(baseUrl);
	const proxy = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.hn)(origin, env);
	if ("problem" in proxy) throw new Error(proxy.problem);
	const transport = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.on)(origin, proxy.value, clock);
	try {
		const { getOctokit } = await __webpack_require__.e(/* import() */ 757).then(__webpack_require__.bind(__webpack_require__, 4757));
		await updateOrCreate(comment, getOctokit(token, {
			baseUrl,
			request: {
				signal,
				fetch: fetchOver(transport, signal)
			}
		}), token, env);
	} finally {
		transport.close();
	}
}
async function updateOrCreate(comment, octokit, token, env) {
	const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
	const place = {
		owner,
		repo,
		issue_number: comment.pullRequest
	};
	const marker = `<!-- datadog-mappings ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(JSON.stringify(comment.about)).digest("hex").slice(0, 32)} -->`;
	const body = `${marker}\n${comment.body}`;
	const all = octokit.paginate.iterator("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...place,
		per_page: 100
	});
	const isOurs = await authorTest(token, octokit);
	for await (const { data } of all) {
		const ours = data.find(({ body: text, user }) => text?.startsWith(marker) && isOurs(user));
		if (ours === void 0) continue;
		if (ours.body === body) return;
		await octokit.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
			owner,
			repo,
			comment_id: ours.id,
			body
		});
		return;
	}
	if (comment.worthTheFirst) await octokit.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
		...place,
		body
	});
}
async function authorTest(token, octokit) {
	const { viewer } = await octokit.graphql("query { viewer { login } }");
	const name = viewer.login.replace(BOT, "");
	const isApp = name !== viewer.login || token.startsWith("ghs_");
	return (author) => author !== null && author.login.replace(BOT, "") === name && author.type === "Bot" === isApp;
}
const BOT = /\[bot\]$/;
function fetchOver(transport, signal) {
	return async (url, { method, headers, body }) => {
		const { pathname, search } = new URL(url);
		const exchange = {
			method,
			path: pathname + search,
			headers,
			signal,
			limit: LONGEST_WAIT_MS
		};
		const answer = await transport.exchange(body === void 0 ? exchange : {
			...exchange,
			body
		});
		if (answer.status >= 300 && answer.status < 400) throw new Error(`GitHub answered ${answer.status}, a redirect`);
		const fields = Object.entries(answer.headers).flatMap(([name, value]) => value === void 0 ? [] : [[name, String(value)]]);
		return new Response(answer.text || null, {
			status: answer.status,
			headers: fields
		});
	};
}



/***/ }),

/***/ 1793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRun: () => (/* binding */ dryRun)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8622);
/* harmony import */ var _guard_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8648);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8413);
/* harmony import */ var _update_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7155);





// src/operations/dry-run.ts
async function dryRun(request, context) {
	if (request.operation === "apply") {
		const planned = await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.computePlan)(request.desired, context, "all");
		return shown(planned, `Dry run for ${(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_1__.i)(planned.frame)}: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)(planned.plan)}.`);
	}
	const change = await changeOf(request, context.client);
	const changes = change === void 0 ? [] : [change];
	const force = "force" in request ? request.force : [];
	const live = await (0,_guard_check_js__WEBPACK_IMPORTED_MODULE_2__.a)(changes, force, context.client);
	const rules = {
		scope: {},
		force
	};
	return shown({
		...await (0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.t)({
			changes,
			pairing: {
				...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)([], []),
				live
			}
		}, rules, context),
		prune: false,
		seenFrom: "step"
	}, change === void 0 ? `Dry run: there is no ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.k)(request)}.` : `Dry run: ${(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.planSummary)({ changes })}.`);
}
function shown(planned, sentence) {
	return {
		result: "planned",
		changed: false,
		planned,
		sentence
	};
}
async function changeOf(request, client) {
	switch (request.operation) {
		case "update": return (0,_update_js__WEBPACK_IMPORTED_MODULE_4__.planUpdate)(client, request);
		case "delete": {
			const { mapping: live, notes } = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.O)(client, request, "delete");
			if (live === void 0 && request.ifMissing === "fail") throw (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.E)(request, "delete", notes);
			return live && {
				action: "delete",
				live,
				notes: []
			};
		}
		default: return changeOfNew(client, request);
	}
}
async function changeOfNew(client, request) {
	const { kind, attributes } = request;
	const wanted = {
		kind,
		attributes
	};
	const live = await client.list(kind, (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.nn)(kind, attributes));
	const pairing = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.m)([wanted], live);
	if (pairing.pairs[0]?.live === void 0 && _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].sibling !== void 0) live.push(...await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.o)(client, [kind], [kind]));
	const sameAccount = await (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.n)(client, pairing);
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.l)(wanted, live, {
		...request,
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.d)(request),
		sameAccount
	});
}



/***/ }),

/***/ 8116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readEvent: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);


// src/action/inputs/event.ts
const repository = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ full_name: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)()) }));
const payload = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
	pull_request: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		number: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Z)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Y)()),
		head: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
			repo: repository,
			sha: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)())
		})),
		base: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({ repo: repository }))
	})),
	workflow_run: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.X)({
		event: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.J)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.et)()),
		head_repository: repository
	}))
});
function readEvent(env) {
	const name = env["GITHUB_EVENT_NAME"] ?? "";
	const given = readPayload(env);
	const number = given?.pull_request?.number;
	const commit = given?.pull_request?.head?.sha || env["GITHUB_SHA"];
	const withoutSecrets = whyWithoutSecrets(name, given, env);
	return {
		name,
		...trustOf(name, given?.workflow_run, env),
		...number !== void 0 && { pullRequest: number },
		...commit && { commit },
		...withoutSecrets !== void 0 && { withoutSecrets }
	};
}
const TRUSTED = /* @__PURE__ */ new Set([
	"push",
	"release",
	"workflow_dispatch",
	"schedule",
	"repository_dispatch",
	"create",
	"delete",
	"deployment",
	"deployment_status",
	"registry_package"
]);
function trustOf(name, run, env) {
	if (TRUSTED.has(name)) return {
		trigger: name,
		trust: "any-approval"
	};
	if (name.startsWith("pull_request") || name === "issue_comment") return {
		trigger: name,
		trust: "refused"
	};
	if (name !== "workflow_run") return {
		trigger: name || "an unknown event",
		trust: "expected-plan"
	};
	const { event, head_repository: head } = run ?? {};
	if (!event || !TRUSTED.has(event)) return {
		trigger: `workflow_run after ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(event || "an unknown event")}`,
		trust: "refused"
	};
	if (!head?.full_name || head.full_name !== env["GITHUB_REPOSITORY"]) return {
		trigger: "workflow_run for another repository",
		trust: "refused"
	};
	return {
		trigger: `workflow_run after ${event}`,
		trust: "any-approval"
	};
}
function whyWithoutSecrets(name, given, env) {
	if (env["GITHUB_ACTOR"] === "dependabot[bot]") return "was started by Dependabot";
	const pull = given?.pull_request;
	if (!pull || name === "pull_request_target") return void 0;
	const head = pull.head?.repo?.full_name;
	return head && head === pull.base?.repo?.full_name ? void 0 : "is for a pull request from a fork";
}
function readPayload(env) {
	try {
		return payload.parse(JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(env["GITHUB_EVENT_PATH"] ?? "", "utf8")));
	} catch {
		return;
	}
}



/***/ }),

/***/ 2460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAccepted: () => (/* binding */ readAccepted),
/* harmony export */   readApproval: () => (/* binding */ readApproval),
/* harmony export */   readDesired: () => (/* binding */ readDesired),
/* harmony export */   readTarget: () => (/* binding */ readTarget)
/* harmony export */ });
/* harmony import */ var _export_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(832);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);




// src/action/inputs/file-paths.ts
const MOST_FILES = 1e3;
function isGlob(text) {
	return /[*?[]/.test(text);
}
function slashAdvice(name) {
	if ((node_path__WEBPACK_IMPORTED_MODULE_2___default().sep) === "\\" || !name.includes("\\")) return void 0;
	return "Write forward slashes: a backslash is part of a name on this runner";
}
function linesOf(text) {
	return text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
}
async function filesOf(line, workspace, breathe) {
	const named = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace, line);
	const isLiteral = !isGlob(line) || await exists(named);
	if (line.startsWith("!") && !await exists(named)) return { problem: "begins with \"!\", but file cannot leave files out. Write lines that match mappings files only" };
	if (isLiteral) return { files: [{
		name: line,
		path: named
	}] };
	const segments = ((node_path__WEBPACK_IMPORTED_MODULE_2___default().sep) === "\\" ? line.replaceAll("\\", "/") : line).split("/");
	const start = segments.findIndex(isGlob);
	const folder = segments.slice(0, start).join("/") || (start > 0 ? "/" : "");
	const base = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace, folder);
	const rest = segments.slice(start).filter((segment) => segment !== "" && segment !== ".");
	try {
		if (await insideOf(workspace, base) === void 0) return { problem: "leads through a symbolic link to a place outside the workspace, and is not read" };
		const found = [];
		await walk(base, [], {
			segments: rest.map(segmentOf),
			open: [0],
			found,
			breathe
		});
		if (found.length > MOST_FILES) return { problem: `matches more than ${MOST_FILES} files. Write a pattern that matches mappings files only` };
		if (found.length > 0) return { files: found.map((way) => ({
			name: (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Tn)(node_path__WEBPACK_IMPORTED_MODULE_2___default().posix.join(folder, ...way)),
			path: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(base, ...way)
		})).sort((a, b) => a.path < b.path ? -1 : 1) };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : void 0;
		if (code === void 0) throw error;
		if (code !== "ENOENT" && code !== "ENOTDIR") return { problem: `cannot be searched (${code})` };
	}
	const advice = slashAdvice(line);
	if (advice !== void 0) return { problem: `matches no file. ${advice}` };
	return { problem: `matches no file. Check the pattern, which begins at the workspace, and that actions/checkout ran before.${(line.includes("{") ? " Braces are not expanded: write a line for each path." : "") || " A name that begins with a dot is only matched by a pattern that does too"}` };
}
async function insideOf(workspace, named) {
	const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(named);
	return isWithin(node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace), named) && !isWithin(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.realpath)(workspace), real) ? void 0 : real;
}
function isWithin(folder, file) {
	const way = node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(folder, file);
	return way !== ".." && !way.startsWith(`..${(node_path__WEBPACK_IMPORTED_MODULE_2___default().sep)}`) && !node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(way);
}
async function exists(file) {
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.lstat)(file).then(() => true, () => false);
}
async function walk(folder, way, search) {
	const { segments, found, breathe } = search;
	const open = new Set(search.open);
	for (const index of open) if (segments[index] === "**" && index + 1 < segments.length) open.add(index + 1);
	for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.readdir)(folder, { withFileTypes: true })) {
		await breathe();
		const { name } = entry;
		if (name === ".git") continue;
		const matching = [...open].filter((index) => matches(segments[index], name));
		const inner = matching.flatMap((index) => {
			const next = segments[index] === "**" ? index : index + 1;
			return next < segments.length ? next : [];
		});
		const file = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, name);
		if (entry.isDirectory()) {
			if (inner.length > 0) await walk(file, [...way, name], {
				...search,
				open: inner
			});
		} else if (matching.includes(segments.length - 1) && !await isLinkToFolder(entry, file)) found.push([...way, name]);
		if (found.length > MOST_FILES) return;
	}
}
async function isLinkToFolder(entry, file) {
	if (!entry.isSymbolicLink()) return false;
	return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(file).then((stats) => stats.isDirectory(), () => false);
}
function matches(segment, name) {
	const isHidden = name.startsWith(".");
	if (segment === void 0) return false;
	if (segment === "**") return !isHidden;
	return (segment.isHidden || !isHidden) && matchesTokens(segment.tokens, name);
}
function segmentOf(glob) {
	if (glob === "**") return glob;
	const chars = [...glob];
	const tokens = [];
	for (let at = 0; at < chars.length; at++) {
		const char = chars[at];
		const end = char === "[" ? endOfSet(chars, at) : -1;
		if (char === "*") {
			if (tokens.at(-1) !== "*") tokens.push("*");
		} else if (char === "?") tokens.push(() => true);
		else if (end === -1) tokens.push((other) => other === char);
		else {
			tokens.push(setOf(chars.slice(at + 1, end)));
			at = end;
		}
	}
	return {
		tokens,
		isHidden: glob.startsWith(".")
	};
}
function endOfSet(chars, start) {
	return chars.indexOf("]", start + (/[!^]/.test(chars[start + 1] ?? "") ? 3 : 2));
}
function setOf(chars) {
	const isNegated = /[!^]/.test(chars[0] ?? "");
	const members = isNegated ? chars.slice(1) : chars;
	const ranges = [];
	for (let at = 0; at < members.length; at++) {
		const from = members[at] ?? "";
		const to = members[at + 1] === "-" ? members[at + 2] : void 0;
		ranges.push([from, to ?? from]);
		if (to !== void 0) at += 2;
	}
	return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== isNegated;
}
function matchesTokens(tokens, name) {
	const chars = [...name];
	let token = 0;
	let star = -1;
	let resume = 0;
	for (let at = 0; at < chars.length;) {
		const one = tokens[token];
		if (one === "*") {
			star = token++;
			resume = at;
		} else if (one?.(chars[at] ?? "")) {
			at++;
			token++;
		} else if (star === -1) return false;
		else {
			token = star + 1;
			at = ++resume;
		}
	}
	return tokens.slice(token).every((one) => one === "*");
}
// src/action/inputs/file-inputs.ts
async function readDesired(reader) {
	const prune = reader.flag("prune");
	const maxDeletes = reader.number("max-deletes", {
		min: 0,
		max: 1e5,
		whole: true,
		unit: "mappings"
	});
	const force = reader.ids("force");
	const read = await readMappingsFiles(reader);
	if (read === void 0) return void 0;
	const { file, hasScope, isRight } = read;
	const isOne = file.paths.length === 1;
	const files = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__._n)(file.paths);
	if (prune && !hasScope) reader.problem("prune", `${files} ${isOne ? "has" : "have"} no scope, and without one prune would delete every mapping of the organization that the file does not name. Add scope: to ${isOne ? "the file" : "one of the files"}.`);
	if (prune && file.mappings.length === 0 && isRight) reader.problem("prune", `${files} ${isOne ? "names" : "name"} no mapping, and prune does not delete everything because of an empty file. Delete mappings one by one, or leave prune out.`);
	return isRight ? {
		...file,
		prune,
		maxDeletes,
		force
	} : void 0;
}
async function readMappingsFiles(reader, options) {
	const found = await findFiles(reader);
	const files = [];
	const seen = /* @__PURE__ */ new Set();
	let left = _export_target_js__WEBPACK_IMPORTED_MODULE_0__.r;
	for (const file of found) {
		const read = await readText(reader, "file", file, left);
		if (read === void 0 || seen.has(read.real)) continue;
		seen.add(read.real);
		files.push({
			...file,
			text: read.text
		});
		left -= read.size;
	}
	if (reader.hasProblem("file")) return void 0;
	return parse(reader, files, options);
}
async function findFiles(reader) {
	const found = [];
	for (const line of linesOf(reader.text("file"))) {
		const files = await filesOf(line, workspaceOf(reader), reader.checking.breathe);
		if ("files" in files) found.push(...files.files);
		else reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(line)} ${files.problem}.`);
	}
	return found;
}
const MOST_ERRORS = 9;
async function parse(reader, files, options = {}) {
	const { parseMappingsFiles } = await Promise.all(/* import() | plan */[__webpack_require__.e(561), __webpack_require__.e(841), __webpack_require__.e(342)]).then(__webpack_require__.bind(__webpack_require__, 4456));
	const { file, problems, warnings, remarks } = await parseMappingsFiles(files, {
		...options,
		checking: reader.checking
	});
	const [only] = files.length === 1 ? files : [];
	const withName = (text) => only === void 0 ? text : `${only.name}, ${text}`;
	const workspace = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspaceOf(reader));
	const paths = new Map(files.map((one) => [one.name, node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(workspace, one.path).replaceAll("\\", "/")]));
	for (const level of ["error", "warning"]) for (const remark of level === "error" ? remarks.problems.slice(0, MOST_ERRORS) : remarks.warnings) reader.remarks.push({
		...remark,
		level,
		file: paths.get(remark.file) ?? remark.file,
		text: withName(remark.text)
	});
	const annotated = new Set(remarks.warnings.map((remark) => remark.text));
	reader.warnings.push(...warnings.flatMap((warning) => annotated.has(warning) ? [] : [withName(warning)]));
	if (problems.length > 0) {
		const what = only === void 0 ? "the mappings files have mistakes" : `${only.name} has mistakes`;
		reader.problem("file", `${what}.\n${problems.join("\n")}`);
	}
	if (file === void 0) return void 0;
	const { hasScope, ...parts } = file;
	return {
		file: {
			paths: files.map(({ name }) => name),
			...parts
		},
		hasScope,
		isRight: problems.length === 0
	};
}
async function readAccepted(reader) {
	const read = await readMappingsFiles(reader, { blocksSuffice: true });
	return read?.isRight ? read.file.accepted : void 0;
}
async function readTarget(reader) {
	const name = reader.text("file");
	const workspace = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspaceOf(reader));
	const target = {
		file: node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace, name),
		workspace
	};
	const found = await (0,_export_target_js__WEBPACK_IMPORTED_MODULE_0__.t)(target);
	if (linesOf(name).length > 1 || isGlob(name) && !found.exists) {
		reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(name)} can be several files, and export writes one. Give the path of that one.`);
		return;
	}
	if (found.problem !== void 0) {
		reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(name)} ${found.problem}.`);
		return;
	}
	const read = found.exists ? await readText(reader, "file", {
		name,
		path: target.file
	}) : { text: "" };
	if (read === void 0) return void 0;
	const { text } = read;
	if (text.trim() === "") return {
		path: name,
		target
	};
	const parsed = await parse(reader, [{
		name,
		path: target.file,
		text
	}]);
	return parsed?.isRight ? {
		path: name,
		target,
		existing: {
			text,
			...parsed.file
		}
	} : void 0;
}
async function readApproval(reader) {
	const auto = reader.flag("auto-approve");
	const digest = reader.text("expected-plan");
	if (digest !== "" && !/^[0-9a-f]{64}$/i.test(digest)) reader.problem("expected-plan", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(digest)} is not the digest of a plan, which the output plan-digest of operation: plan has: 64 hexadecimal digits.`);
	const name = reader.text("plan-file");
	if (name === "") return {
		auto,
		...digest && { digest }
	};
	const read = await readText(reader, "plan-file", {
		name,
		path: node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspaceOf(reader), name)
	});
	if (read === void 0) return { auto };
	const { parsePlanFile } = await Promise.all(/* import() | plan */[__webpack_require__.e(561), __webpack_require__.e(841), __webpack_require__.e(342)]).then(__webpack_require__.bind(__webpack_require__, 1776)).then((n) => n.r);
	const plan = reader.checked("plan-file", parsePlanFile(read.text));
	return {
		auto,
		...digest && { digest },
		...plan && { plan }
	};
}
function workspaceOf({ env }) {
	return env["GITHUB_WORKSPACE"] || ".";
}
const NOT_THERE = {
	file: "Check the path, and that actions/checkout ran before",
	"plan-file": "It is the output plan-file of operation: plan in the same job; for another job, upload that file as an artifact and download it there"
};
async function readText(reader, input, file, most = _export_target_js__WEBPACK_IMPORTED_MODULE_0__.r) {
	const problem = (why) => {
		const fallback = reader.given(input) === "" ? " It is read because the input is not set." : "";
		reader.problem(input, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(file.name)} ${why}.${fallback}`);
	};
	try {
		const read = await readBounded(file.path, workspaceOf(reader), most, reader.checking.breathe);
		if ("text" in read) return read;
		const inside = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.gn)(node_path__WEBPACK_IMPORTED_MODULE_2___default().posix.join(file.name, "*.yml"));
		return problem(read.isFolder && input === "file" ? `${read.why}. To read the files in it, write ${inside}` : read.why);
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		return problem(error.code === "ENOENT" ? `does not exist. ${slashAdvice(file.name) ?? NOT_THERE[input]}` : `cannot be read (${String(error.code)})`);
	}
}
const MEBI = 1048576;
const tooLarge = (bytes, most) => ({ why: `has ${bytes} bytes, and more than ${_export_target_js__WEBPACK_IMPORTED_MODULE_0__.r / MEBI} MiB${most < 16777216 ? " of all files together" : ""} are not read` });
async function readBounded(file, workspace, most, breathe) {
	const real = await insideOf(workspace, file);
	if (real === void 0) return { why: "is a symbolic link to a place outside the workspace, and is not read" };
	const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.stat)(real);
	const isFolder = stats.isDirectory();
	if (!stats.isFile()) return {
		why: `is ${isFolder ? "a folder" : "a pipe or device"}, not a file`,
		isFolder
	};
	if (stats.size > most) return tooLarge(stats.size, most);
	const parts = [];
	let size = 0;
	const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_3__.open)(real);
	try {
		for (;;) {
			const { bytesRead, buffer } = await handle.read(Buffer.alloc(MEBI));
			if (bytesRead === 0) break;
			size += bytesRead;
			if (size > most) return tooLarge(size, most);
			parts.push(buffer.subarray(0, bytesRead));
			await breathe();
		}
	} finally {
		await handle.close();
	}
	try {
		return {
			text: new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(Buffer.concat(parts)),
			real,
			size
		};
	} catch {
		return { why: "is not text in UTF-8. Save it as such: PowerShell may write UTF-16" };
	}
}



/***/ }),

/***/ 5144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sheetOf: () => (/* binding */ sheetOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6089);
/* harmony import */ var _plan_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1776);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8413);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4425);
/* harmony import */ var _power_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9433);
/* harmony import */ var _warnings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(291);






// src/action/report/plan-lines.ts
function mappingLines(mapping) {
	const json = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)(mapping);
	const lines = [];
	for (const field of Object.keys(json)) {
		const value = json[field] ?? "";
		if (typeof value === "string") lines.push(lineOf(field, value));
		else for (const name of Object.keys(value)) lines.push(lineOf(`${field}.${fieldName(name)}`, value[name] ?? ""));
	}
	return lines;
}
function lineOf(field, value) {
	return value === "" ? `${field}:` : `${field}: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(value)}`;
}
function fieldName(name) {
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tn)(name).replace(/[: ]/g, _index_js__WEBPACK_IMPORTED_MODULE_0__.Sn);
}
function diff(before, after, { power }) {
	const [old, ...moreOld] = before;
	const [fresh, ...moreFresh] = after;
	if (old === void 0 || fresh === void 0 || moreOld.length + moreFresh.length > 0) {
		const sign = before.length > 0 && after.length > 0;
		return [...before.flatMap((mapping) => signedLines(mapping, sign ? "-" : " ", power)), ...after.flatMap((mapping) => signedLines(mapping, sign ? "+" : " ", power))];
	}
	const oldLines = signedLines(old, "-", power);
	const freshLines = signedLines(fresh, "+", power);
	return [...new Set([...oldLines, ...freshLines].map(fieldIn))].flatMap((field) => {
		const was = oldLines.find((line) => fieldIn(line) === field);
		const is = freshLines.find((line) => fieldIn(line) === field);
		if (was !== void 0 && was.text === is?.text) return [{
			...was,
			sign: " "
		}];
		return [was, is].filter((line) => line !== void 0);
	});
}
function signedLines(mapping, sign, power) {
	return shownLines(mapping).map((text) => ({
		sign,
		text,
		power: powerAt(text, mapping, power)
	}));
}
function fieldIn({ text }) {
	return text.slice(0, text.indexOf(":"));
}
function shownLines({ kind: _, id: _id, createdAt: _created, modifiedAt: _modified, accountUuid, ...rest }) {
	const isOnlyName = rest.accountIdentifier === void 0 && accountUuid !== void 0;
	return mappingLines({
		...rest,
		...isOnlyName && { accountUuid }
	});
}
function idLines({ id, accountIdentifier, accountUuid, createdAt }) {
	return mappingLines({
		id,
		...accountIdentifier !== void 0 && accountUuid !== void 0 && { accountUuid },
		...createdAt !== void 0 && { createdAt }
	});
}
const POWERFUL = [
	"accountIdentifier",
	"accountUuid",
	"roleId"
].map((name) => ({
	name,
	field: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Pt)(name)
}));
function powerAt(text, mapping, power) {
	const field = POWERFUL.find((one) => one.field === fieldIn({ text }));
	if (field === void 0 || power === void 0) return [];
	const found = (field.name === "roleId" ? [mapping.roleId] : [mapping.accountUuid, mapping.accountIdentifier]).flatMap((key) => key === void 0 ? [] : power.get(key) ?? [])[0];
	if (found === void 0) return [];
	const name = "uuid" in found && text.toLowerCase().endsWith(`: ${found.uuid.toLowerCase()}`) ? (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.t)(found) : void 0;
	return [...name !== void 0 && "uuid" in found && name !== found.uuid ? [{
		text: name,
		isDangerous: false
	}] : [], ...partsOf(found)];
}
function partsOf(power) {
	if ("unknown" in power) return [{
		text: `permissions unknown: ${power.unknown}`,
		isDangerous: false
	}];
	if ("roles" in power) return (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.o)(power);
	const { name, permissions } = power;
	const may = (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.n)(power);
	return [
		{
			text: name,
			isDangerous: (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.i)(power)
		},
		{
			text: (0,_power_js__WEBPACK_IMPORTED_MODULE_4__.a)(permissions),
			isDangerous: false
		},
		...may === "" ? [] : [{
			text: may,
			isDangerous: true
		}]
	];
}
// src/action/report/plan-markdown.ts
const LISTS_SHARE = 4;
const MOST_NAMED$1 = 20;
const MOST_NOTES = 10;
const LONGEST_TEXT = 2e3;
const RESERVE = 400;
function planMarkdown(view, sheet) {
	const { room } = sheet;
	const set = new Setter(sheet.clean);
	const share = room.limit / LISTS_SHARE;
	const before = [
		"",
		...sheet.facts.length > 0 ? [sheet.facts.join(" · "), ""] : [],
		...sheet.message ?? [],
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.xt)("CAUTION", "apply would refuse this plan:", within(view.refusals.map(set.text), share, room)),
		...(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.xt)("WARNING", _index_js__WEBPACK_IMPORTED_MODULE_0__.bt, within(view.warnings.map(set.warning), share, room)),
		...bullets(within(view.remarks.map(set.text), share, room))
	];
	const after = [...view.rest === "" ? [] : [`${view.rest}.`, ""], ...sheet.foot ?? []];
	const title = `### ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)(sheet.clean(`Datadog mappings: ${sheet.title}`))}`;
	const unmanagedHead = view.unmanaged.length > 0 ? [...UNMANAGED, ""] : [];
	const left = room.limit - RESERVE - [
		title,
		...before,
		...unmanagedHead,
		...after
	].reduce(adding(room), 0);
	const changes = new Texts(view.changes, set.block);
	const unmanaged = new Texts(view.unmanaged, set.block);
	const shownUnmanaged = view.unmanaged.length === 0 ? [] : fitting(unmanaged, Math.max(left / LISTS_SHARE, left - sizeUpTo(left, changes, room)), room);
	const shown = fitting(changes, left - shownUnmanaged.reduce(adding(room), 0), room);
	const missing = [missingText(view.changes.length - shown.length, "change"), missingText(view.unmanaged.length - shownUnmanaged.length, "unmanaged mapping")].filter((text) => text !== "");
	const cut = missing.length === 0 ? "" : `; ${missing.join(" and ")} left out here, see ${room.elsewhere}`;
	return [
		`${title}${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)(cut)}`,
		...before,
		...shown,
		...unmanagedHead,
		...shownUnmanaged,
		...after,
		""
	].join("\n");
}
const UNMANAGED = [
	"#### Unmanaged",
	"",
	"Live in Datadog, and neither in the file nor ignored. `apply` leaves these mappings as they are."
];
var Texts = class {
	#blocks;
	#set;
	#made = [];
	constructor(blocks, set) {
		this.#blocks = blocks;
		this.#set = set;
	}
	*[Symbol.iterator]() {
		for (const [index, block] of this.#blocks.entries()) {
			this.#made[index] ??= this.#set(block);
			yield this.#made[index];
		}
	}
};
var Setter = class {
	#clean;
	#words = /* @__PURE__ */ new Map();
	constructor(clean) {
		this.#clean = clean;
	}
	text = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wt)(this.#clean(text), LONGEST_TEXT));
	#word(text) {
		const word = this.#words.get(text) ?? this.text(text);
		this.#words.set(text, word);
		return word;
	}
	#code(text) {
		return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(this.#clean(text));
	}
	warning = ({ rank, text, principals }) => {
		const names = principals.slice(0, MOST_NAMED$1).map((principal) => this.#code(principal));
		const more = principals.length - names.length;
		return `**${rank}** · ${this.text(text)} ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
	};
	block = (block) => {
		const verb = `**${this.#word(block.verbFirst ? capital(block.verb) : block.verb)}**`;
		const [worst] = block.warnings;
		const mark = worst === void 0 ? "" : ` ⚠️ ${worst.rank}`;
		const notes = block.notes.slice(0, MOST_NOTES).map((note) => `- ⚠️ ${this.text(note)}`);
		const more = block.notes.length - notes.length;
		return [
			`${block.verbFirst ? `${verb} ${block.title}` : `${block.title} ${verb}`}${mark}`,
			"",
			...block.lines.map((line) => this.#line(line)),
			...notes,
			...more > 0 ? [`- and ${more} more such notes, which the log has`] : [],
			...block.ids.length > 0 ? [`- <sub>${block.ids.map((id) => this.#code(id)).join(" ")}</sub>`] : [],
			""
		].join("\n");
	};
	#line({ sign, text, power }) {
		return `- ${SIGNS$1[sign]}${this.#code(text)}${this.#power(power)}`;
	}
	#power(parts) {
		if (parts.length === 0) return "";
		return ` (${parts.map(({ text, isDangerous }) => isDangerous ? `**${this.#word(text)}**` : this.#word(text)).join(", ")})`;
	}
};
const SIGNS$1 = {
	"+": "➕ ",
	"-": "➖ ",
	" ": ""
};
function bullets(items) {
	return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ""];
}
function within(items, limit, room) {
	const shown = fitting(items, limit, room);
	const left = items.length - shown.length;
	return left === 0 ? shown : [...shown, `and ${left} more, see ${room.elsewhere}`];
}
function fitting(items, limit, room) {
	const shown = [];
	let used = 0;
	for (const item of items) {
		const size = adding(room)(0, item);
		if (used + size <= limit) {
			shown.push(item);
			used += size;
		} else if (size < limit / LISTS_SHARE) break;
	}
	return shown;
}
function sizeUpTo(limit, items, room) {
	let used = 0;
	for (const item of items) {
		used = adding(room)(used, item);
		if (used > limit) break;
	}
	return used;
}
function adding({ size }) {
	return (sum, text) => sum + size(text) + 1;
}
function missingText(count, what) {
	return count === 0 ? "" : (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(count, what);
}
function capital(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
// src/action/report/plan-view.ts
function viewOf(planned, tense = "future") {
	const { plan, refusals, unmanaged = [] } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan).map((change) => {
		const found = changeWarnings(change, planned);
		const block = changeBlock(change, found, planned, tense);
		return {
			found,
			block,
			urgency: urgencyOf(change, block)
		};
	}).sort((a, b) => a.urgency - b.urgency);
	return {
		headline: headlineOf(planned),
		refusals: refusals.map(({ text }) => text),
		warnings: warningGroups(changes.flatMap(({ found }) => found)),
		wantedWarnings: changes.flatMap(({ found }) => found),
		changes: changes.map(({ block }) => block),
		unmanaged: unmanaged.map((mapping) => unmanagedBlock(mapping, planned)).sort((a, b) => danger(a) - danger(b)),
		remarks: remarksOf(planned),
		rest: restOf(planned)
	};
}
function hasDrifted({ plan, unmanaged, unread = [] }) {
	if ((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan).length > 0 || (unmanaged ?? []).length > 0) return true;
	return unmanaged === void 0 || unread.length > 0 ? void 0 : false;
}
function changeWarnings(change, { power }) {
	if (change.action === "unchanged") return [];
	return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).flatMap((wanted) => [...missingOnes(wanted, power), ...(0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.r)(wanted.kind, wanted.attributes)].map((warning) => ({
		wanted,
		warning
	}))).sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.t)(a.warning, b.warning));
}
function missingOnes({ attributes }, power) {
	return ["accountIdentifier", "roleId"].flatMap((name) => {
		const found = power?.get(attributes[name] ?? "");
		return found !== void 0 && "isMissing" in found ? [(0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.n)(name)] : [];
	});
}
function countsOf(planned) {
	const { plan, unmanaged = [] } = planned;
	const extra = unmanaged.length > 0 ? `, ${unmanaged.length} unmanaged` : "";
	if (planned.seenFrom !== "live") return `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)({ changes: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan) })}${extra}`;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan);
	const count = (test) => changes.filter(test).length;
	const added = count(({ action }) => action === "delete") + unmanaged.length;
	return [
		[count(({ action }) => action === "replace" || action === "update"), "changed"],
		[added, "added"],
		[count(({ action }) => action === "create"), "removed"],
		[count(({ action }) => action === "blocked"), "blocked"]
	].filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`).join(", ") || "no changes";
}
function headlineOf(planned) {
	const counts = countsOf(planned);
	if (planned.seenFrom === "step") return planned.refusals.length > 0 ? `dry run, the step would fail (${counts})` : `dry run (${counts})`;
	if (planned.refusals.length > 0) return `not approvable: apply would refuse this plan (${counts})`;
	if (planned.seenFrom === "live") {
		const drifted = hasDrifted(planned);
		if (drifted === true) return `drift (${counts})`;
		return drifted === false ? "no drift" : "no drift in what could be read";
	}
	const number = planned.plan.changes.filter(({ action }) => action !== "unchanged" && action !== "blocked").length;
	if (number === 0) return `nothing to approve (${counts})`;
	return `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.M)(number, "change")} to approve (${counts})`;
}
function restOf({ plan, ignored }) {
	return [`${plan.changes.length - (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan).length} unchanged`, ...ignored === void 0 ? [] : [`${ignored} ignored`]].join(", ");
}
function remarksOf({ plan, policy, unread = [] }) {
	return [
		...unread.map(({ kind, why }) => `Could not read the ${_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[kind].title}s, so it is unknown what changed there. ${why}`),
		...(policy?.violations ?? []).map((text) => `An unchanged mapping violates the policy: ${text}`),
		...plan.changes.flatMap((change) => change.action === "unchanged" ? change.notes.map(({ text }) => text) : [])
	];
}
const LONGEST_NAME = 300;
function warningGroups(found) {
	const groups = /* @__PURE__ */ new Map();
	for (const { wanted, warning } of found) {
		const key = JSON.stringify([
			warning.rank,
			warning.code,
			warning.text
		]);
		const group = groups.get(key) ?? {
			warning,
			principals: []
		};
		group.principals.push((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[wanted.kind].principal(wanted.attributes), LONGEST_NAME));
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.t)(a.warning, b.warning)).map(({ warning: { rank, field, text }, principals }) => ({
		rank,
		text: `${field}: ${text}`,
		principals
	}));
}
const FIRST = [
	"replace",
	"delete",
	"update",
	"blocked",
	"create"
];
const RANKS = [
	"high",
	"medium",
	"low"
];
function urgencyOf(change, block) {
	return FIRST.indexOf(change.action) * 100 + danger(block);
}
function danger({ warnings, lines }) {
	const rank = warnings[0]?.rank;
	const isPowerful = lines.some(({ power }) => power.some(({ isDangerous }) => isDangerous));
	return (rank === void 0 ? RANKS.length : RANKS.indexOf(rank)) * 10 + (isPowerful ? 0 : 1);
}
const SIGNS = {
	create: "+",
	replace: "±",
	update: "~",
	delete: "-",
	blocked: "!",
	unchanged: "="
};
const VERBS = {
	create: {
		future: "create",
		past: "created"
	},
	replace: {
		future: "replace",
		past: "replaced"
	},
	update: {
		future: "update",
		past: "updated"
	},
	delete: {
		future: "delete",
		past: "deleted"
	},
	blocked: {
		future: "cannot create",
		past: "not created"
	},
	unchanged: {
		future: "keep",
		past: "kept"
	}
};
const LIVE_SIGNS = {
	...SIGNS,
	create: "-",
	delete: "+"
};
const LIVE_VERBS = {
	create: "was removed",
	replace: "was changed",
	update: "was changed",
	delete: "was added",
	blocked: "cannot be compared or created again",
	unchanged: "is as it was"
};
function changeBlock(change, found, planned, tense) {
	const isLive = planned.seenFrom === "live";
	const live = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change);
	const before = change.action === "blocked" ? [] : live;
	const after = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change).map(({ kind, attributes }) => ({
		kind,
		...attributes
	}));
	return {
		sign: (isLive ? LIVE_SIGNS : SIGNS)[change.action],
		verb: isLive ? liveVerb(change) : VERBS[change.action][tense],
		title: _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ct)(change)].title,
		verbFirst: !isLive,
		summary: (after.length > 0 ? after : live).map((mapping) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping)).join(", "),
		lines: isLive ? diff(after, before, planned) : diff(before, after, planned),
		notes: [...change.action === "blocked" ? [change.why] : [], ...change.notes.map(({ text }) => text)],
		ids: (planned.made?.get(change) ?? live).flatMap(idLines),
		warnings: found.map(({ warning }) => warning)
	};
}
function liveVerb(change) {
	const [wanted] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ft)(change);
	const [live, ...others] = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.ut)(change);
	if (!(change.action === "replace" || change.action === "update") || wanted === void 0 || live === void 0 || others.length > 0) return LIVE_VERBS[change.action];
	const kind = _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[live.kind];
	if (wanted.kind !== live.kind || kind.principal(wanted.attributes) !== kind.principal(live)) return LIVE_VERBS[change.action];
	return `now ${kind.persona ? "acts as" : "gives"} ${kind.target(live)}`;
}
function unmanagedBlock(mapping, planned) {
	const warnings = (0,_warnings_js__WEBPACK_IMPORTED_MODULE_5__.r)(mapping.kind, mapping);
	return {
		sign: planned.seenFrom === "live" ? "+" : "?",
		verb: planned.seenFrom === "live" ? "was added" : "unmanaged",
		title: _index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind].title,
		verbFirst: planned.seenFrom !== "live",
		summary: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Jt)(_index_js__WEBPACK_IMPORTED_MODULE_0__.qt[mapping.kind], mapping),
		lines: signedLines(mapping, " ", planned.power),
		notes: warnings.map(({ field, text }) => `${field}: ${text}`),
		ids: idLines(mapping),
		warnings
	};
}
// src/action/report/plan-report.ts
function sheetOf(subject, { env, secrets, organization = {} }) {
	const decision = "outcome" in subject ? decisionAfter(subject) : decisionAfterFailure(subject);
	const clean = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Tt)(secrets.redact((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(text)));
	const render = (room) => decisionMarkdown(decision, room, {
		env,
		clean,
		organization
	});
	const { title, planned, step, view } = decision;
	return {
		title: title.charAt(0).toUpperCase() + title.slice(1),
		lines: planLines(view),
		markdown: render,
		setOutputs(outputs) {
			if (planned !== void 0) setPlan(planned, view, {
				step,
				outputs
			});
			outputs.setFile("report-file", "datadog-report", render(REPORT_ROOM));
		}
	};
}
const REPORT_ROOM = {
	limit: _comment_js__WEBPACK_IMPORTED_MODULE_3__.LONGEST_COMMENT,
	size: (text) => text.length,
	elsewhere: "the output plan-file"
};
function decisionAfter({ outcome, step }) {
	const { planned, result, sentence, details = [] } = outcome;
	if (planned === void 0) return {
		planned,
		step,
		view: NOTHING,
		title: "only the file was checked",
		texts: [sentence, ...details],
		isApprovable: false
	};
	const isApplied = result === "applied";
	const view = viewOf(planned, isApplied ? "past" : "future");
	return {
		planned,
		step,
		view,
		title: isApplied ? `applied (${(0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)(planned.plan, "past")})` : view.headline,
		texts: "desired" in step.request ? details : [sentence, ...details],
		isApprovable: planned.refusals.length === 0 && !isApplied
	};
}
function decisionAfterFailure({ failure, planned, step }) {
	const failed = `failed (${failure.reason})`;
	if (planned === void 0) return {
		planned,
		step,
		view: NOTHING,
		title: failed,
		texts: [failure.message],
		isApprovable: false
	};
	const view = viewOf(planned);
	const isRefused = planned.refusals.length > 0;
	const isPlan = step?.request.operation === "plan";
	return {
		planned,
		step,
		view,
		title: isRefused || isPlan ? view.headline : failed,
		texts: isRefused ? [] : [failure.message],
		isApprovable: !isRefused && (isPlan || STILL_APPROVABLE.has(failure.reason))
	};
}
const NOTHING = {
	headline: "",
	refusals: [],
	warnings: [],
	wantedWarnings: [],
	changes: [],
	unmanaged: [],
	remarks: [],
	rest: ""
};
const STILL_APPROVABLE = /* @__PURE__ */ new Set(["approval-missing", "plan-changed"]);
function planLines(view) {
	return [
		...view.refusals.map((text) => `! apply would refuse: ${text}`),
		...view.warnings.map(({ rank, text, principals }) => `! ${rank}: ${text} ${principals.slice(0, MOST_NAMED).join(", ")}${principals.length > MOST_NAMED ? ` and ${principals.length - MOST_NAMED} more` : ""}`),
		...view.changes.flatMap(blockLines),
		...view.unmanaged.flatMap(blockLines),
		...view.remarks.map((text) => `    ${text}`)
	];
}
const MOST_NAMED = 20;
function blockLines({ sign, verb, verbFirst, title, summary, lines, notes, ids, warnings }) {
	return [
		`${sign} ${verbFirst ? `${verb} ${title} ${summary}` : `${title} ${summary} ${verb}`}${warnings[0] === void 0 ? "" : ` (${warnings[0].rank})`}`,
		...lines.map((line) => `    ${line.sign} ${line.text}${powerText(line.power)}`),
		...notes.map((text) => `      ${text}`),
		...ids.map((text) => `      ${text}`)
	];
}
function powerText(parts) {
	return parts.length === 0 ? "" : `  (${parts.map(({ text }) => text).join(", ")})`;
}
function decisionMarkdown({ planned, step, view, title, texts, isApprovable }, room, setting) {
	const set = (line) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)((0,_index_js__WEBPACK_IMPORTED_MODULE_0__.wt)(setting.clean(line), LONGEST_LINE));
	const message = texts.flatMap((text) => paragraphs(text.split("\n"), set));
	if (isApprovable && planned !== void 0 && planned.seenFrom !== "step" && (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(planned.plan).length > 0) message.push(`Plan digest: ${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(planned.digest)}`, "");
	return planMarkdown(view, {
		title,
		facts: factsOf(planned, step, setting),
		message,
		foot: footOf(setting.env),
		room,
		clean: setting.clean
	});
}
const LONGEST_LINE = 1e3;
function paragraphs(lines, set) {
	return lines.flatMap((line, index) => {
		if (line.trim() === "") return [];
		const isEnd = !lines[index + 1]?.startsWith("- ");
		return [line.startsWith("- ") ? `- ${set(line.slice(2))}` : set(line), ...isEnd || !line.startsWith("- ") ? [""] : []];
	});
}
const MOST_FILES = 10;
function factsOf(planned, step, { env, clean, organization }) {
	if (step === void 0) return [];
	const show = (text) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Ct)(clean(text));
	const { request, event, place } = step;
	const { name, uuid = place.orgUuid } = planned?.org ?? organization;
	const org = [...name === void 0 ? [] : [`**${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)(clean(name))}**`], ...uuid === void 0 ? [] : [show(uuid)]];
	const site = `site ${show(place.site)}`;
	if (!("desired" in request)) return org.length === 0 ? [site] : [`org ${org.join(" ")}`, site];
	const commit = /^[0-9a-f]{7,64}$/.test(event.commit ?? "") ? ` at ${commitLink(event.commit ?? "", env)}` : "";
	const { policy: asked } = request.desired;
	const rules = planned?.policy?.rules ?? (asked === void 0 ? [] : (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.i)(asked));
	const policy = rules.length === 0 ? "no policy" : `policy: ${rules.map((rule) => (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Et)(clean(rule))).join("; ")}`;
	const { paths } = request.desired;
	const more = paths.length > MOST_FILES ? ` and ${paths.length - MOST_FILES} more` : "";
	const files = `${paths.length === 1 ? "file" : "files"} ${paths.slice(0, MOST_FILES).map(show).join(", ")}${more}`;
	return [
		`org ${org.join(" ") || "unknown"}`,
		site,
		`${files}${commit}`,
		policy
	];
}
function commitLink(commit, { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }) {
	const short = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.St)(commit.slice(0, 7));
	return server && repository ? `[${short}](${server}/${repository}/commit/${commit})` : short;
}
function footOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) {
	return server && repository && run ? [`[The run that wrote this](${server}/${repository}/actions/runs/${run})`] : [];
}
function setPlan(planned, view, { step, outputs }) {
	const { plan, digest, unmanaged, org } = planned;
	const changes = (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.dt)(plan);
	const json = outputs.json("plan", documentOf(planned, view));
	outputs.set("has-changes", String(changes.length > 0));
	outputs.set("changes-count", String(changes.length));
	outputs.set("changes-summary", (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__.planSummary)(plan));
	outputs.set("plan-digest", planned.refusals.length === 0 ? digest : "");
	if (unmanaged !== void 0) outputs.set("unmanaged-count", String(unmanaged.length));
	if (step?.request.operation === "plan") outputs.set("drifted", String(hasDrifted(planned) ?? "unknown"));
	if (org?.uuid !== void 0) outputs.set("org-uuid", (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(org.uuid));
	if (org?.name !== void 0) outputs.set("org-name", (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.Dt)(org.name));
	outputs.set("plan", json);
	outputs.setFile("plan-file", "datadog-plan", json);
}
function documentOf(planned, view) {
	const { refusals, power, policy, org, unmanaged, unread = [], ignored } = planned;
	const { digest, ...document } = (0,_plan_file_js__WEBPACK_IMPORTED_MODULE_1__.n)(planned);
	return {
		...document,
		...refusals.length === 0 && { digest },
		...org?.name !== void 0 && { "org-name": org.name },
		refusals: refusals.map(({ code: name, text, mappingIds }) => ({
			code: name,
			text,
			"mapping-ids": mappingIds
		})),
		warnings: view.wantedWarnings.map(({ wanted, warning }) => ({
			...warning,
			wanted: (0,_index_js__WEBPACK_IMPORTED_MODULE_0__.gt)({
				kind: wanted.kind,
				...wanted.attributes
			})
		})),
		...power !== void 0 && { power: Object.fromEntries([...power].map(([key, one]) => [key, partsOf(one).map(({ text, isDangerous }) => ({
			text,
			dangerous: isDangerous
		}))])) },
		...policy !== void 0 && { policy },
		...unmanaged !== void 0 && { unmanaged: unmanaged.map(_index_js__WEBPACK_IMPORTED_MODULE_0__.gt) },
		...unread.length > 0 && { unread },
		...ignored !== void 0 && { ignored }
	};
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