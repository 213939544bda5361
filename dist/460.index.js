"use strict";
exports.id = 460;
exports.ids = [460];
exports.modules = {

/***/ 2460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAccepted: () => (/* binding */ readAccepted),
/* harmony export */   readApproval: () => (/* binding */ readApproval),
/* harmony export */   readDesired: () => (/* binding */ readDesired),
/* harmony export */   readTarget: () => (/* binding */ readTarget)
/* harmony export */ });
/* harmony import */ var _mappings_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1199);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6089);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4450);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_3__);





// src/action/inputs/file-paths.ts
const MOST_FILES = 1e3;
function isGlob(text) {
	return /[*?[]/.test(text);
}
function linesOf(text) {
	return text.split(/[\r\n]+/).flatMap((line) => line.trim() || []);
}
async function filesOf(line, workspace, breathe) {
	const named = node_path__WEBPACK_IMPORTED_MODULE_2___default().resolve(workspace, line);
	const isLiteral = !isGlob(line) || await exists(named);
	if (line.startsWith("!") && !await exists(named)) return { problem: "leaves files out, which file cannot. Write lines that match mappings files only" };
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
			name: (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__.o)(node_path__WEBPACK_IMPORTED_MODULE_2___default().posix.join(folder, ...way)),
			path: node_path__WEBPACK_IMPORTED_MODULE_2___default().join(base, ...way)
		})).sort((a, b) => a.path < b.path ? -1 : 1) };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : void 0;
		if (code === void 0) throw error;
		if (code !== "ENOENT" && code !== "ENOTDIR") return { problem: `cannot be searched (${code})` };
	}
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
	const files = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Ot)(file.paths);
	if (prune && !hasScope) reader.problem("prune", `${files} ${isOne ? "has" : "have"} no scope, and without one prune would delete every mapping of the org that is not named there. Add scope: to ${isOne ? "the file" : "one of the files"}.`);
	if (prune && file.mappings.length === 0 && isRight) reader.problem("prune", `${files} ${isOne ? "names" : "name"} no mapping, and an empty file never means to delete everything. Delete mappings one by one, or leave prune out.`);
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
	let left = _mappings_target_js__WEBPACK_IMPORTED_MODULE_0__.r;
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
		else reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(line)} ${files.problem}.`);
	}
	return found;
}
const MOST_ERRORS = 9;
async function parse(reader, files, options = {}) {
	const { parseMappingsFiles } = await __webpack_require__.e(/* import() */ 456).then(__webpack_require__.bind(__webpack_require__, 4456));
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
		const what = only === void 0 ? "the mappings files have mistakes" : `${only.name} is not a mappings file`;
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
	const found = await (0,_mappings_target_js__WEBPACK_IMPORTED_MODULE_0__.t)(target);
	if (linesOf(name).length > 1 || isGlob(name) && !found.exists) {
		reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(name)} can be several files, and export writes one. Give the path of that one.`);
		return;
	}
	if (found.problem !== void 0) {
		reader.problem("file", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(name)} ${found.problem}.`);
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
	if (digest !== "" && !/^[0-9a-f]{64}$/i.test(digest)) reader.problem("expected-plan", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(digest)} is not the digest of a plan, which the output plan-digest of operation: plan has: 64 hexadecimal digits.`);
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
	const { parsePlanFile } = await __webpack_require__.e(/* import() */ 776).then(__webpack_require__.bind(__webpack_require__, 1776)).then((n) => n.r);
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
async function readText(reader, input, file, most = _mappings_target_js__WEBPACK_IMPORTED_MODULE_0__.r) {
	const problem = (why) => {
		const fallback = reader.given(input) === "" ? " It is read because the input is not set." : "";
		reader.problem(input, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(file.name)} ${why}.${fallback}`);
	};
	try {
		const read = await readBounded(file.path, workspaceOf(reader), most, reader.checking.breathe);
		if ("text" in read) return read;
		const inside = (0,_index_js__WEBPACK_IMPORTED_MODULE_1__.Et)(node_path__WEBPACK_IMPORTED_MODULE_2___default().posix.join(file.name, "*.yml"));
		return problem(read.isFolder && input === "file" ? `${read.why}. Write ${inside} for files in it` : read.why);
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		return problem(error.code === "ENOENT" ? "does not exist. Check the path, and that actions/checkout ran before" : `cannot be read (${String(error.code)})`);
	}
}
const MEBI = 1048576;
const tooLarge = (bytes, most) => ({ why: `has ${bytes} bytes, and more than ${_mappings_target_js__WEBPACK_IMPORTED_MODULE_0__.r / MEBI} MiB${most < 16777216 ? " of all files together" : ""} are not read` });
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

/***/ 1199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseYaml),
/* harmony export */   n: () => (/* binding */ writeTarget),
/* harmony export */   r: () => (/* binding */ LARGEST_FILE),
/* harmony export */   t: () => (/* binding */ unwritable)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9236);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7514);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4450);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_4__);






const LARGEST_FILE = 16777216;
const MOST_PIECES = 1e6;
const LONGEST_PIECE = 65536;
const DEEPEST = 250;
const MOST_ERRORS = 100;
const BATCH = 1e3;
async function parseYaml({ name, text, isOnly }, mistakes, checking) {
	const { Composer, Lexer, LineCounter, Parser } = await __webpack_require__.e(/* import() */ 186).then(__webpack_require__.bind(__webpack_require__, 8186)).then((m) => /* @__PURE__ */ (0,_rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__.r)(m.default, 1));
	const lines = new LineCounter();
	lines.addNewLine(0);
	const at = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file: name,
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const place = (offset) => {
		const { line, column } = at(offset);
		return `${isOnly ? "" : `${name}, `}line ${line}, column ${column}`;
	};
	const refuse = (offset, why) => {
		mistakes.add(() => `${place(offset)}: ${why}`, () => at(offset));
	};
	if (text.length > 16777216) return refuse(0, `the file has ${text.length} characters, and at most ${LARGEST_FILE} are read.`);
	if (text.includes("\0")) return refuse(0, "the file is not text in UTF-8. Save it as such: PowerShell may write UTF-16.");
	if (text.trim() === "") return refuse(0, "the file is empty. Write version: 1 and mappings: into it.");
	const parser = new Parser(lines.addNewLine);
	const tokens = [];
	const { spent } = checking;
	for (const piece of new Lexer().lex(text)) {
		for (const token of parser.next(piece)) tokens.push(token);
		spent.pieces++;
		if (piece.length > LONGEST_PIECE) return refuse(parser.offset - piece.length, `a text of ${piece.length} characters, and no field takes one of more than ${LONGEST_PIECE}.`);
		if (parser.stack.length > DEEPEST) return refuse(parser.offset, `the file is nested more than ${DEEPEST} levels deep.`);
		if (spent.pieces > MOST_PIECES) return refuse(parser.offset, `up to here there are more than ${MOST_PIECES} pieces (values, colons, line breaks). Use several steps, each with files of its own.`);
		if (spent.pieces % BATCH === 0) await checking.breathe();
	}
	for (const token of parser.end()) tokens.push(token);
	await checking.breathe();
	let errors = [];
	const composer = new Composer({
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false
	});
	const stopAtMost = boundErrors(composer, errors);
	let document;
	try {
		for (const one of composer.compose(tokens, true, text.length)) if (document === void 0) document = one;
		else {
			errors.push({
				offset: one.range[0],
				code: "MULTIPLE_DOCS",
				message: ""
			});
			break;
		}
		errors = [...(document?.errors ?? []).map(({ pos, code, message }) => ({
			offset: pos[0],
			code,
			message
		})), ...errors.filter(({ code }) => code === "MULTIPLE_DOCS")];
	} catch (thrown) {
		if (thrown !== stopAtMost) throw thrown;
	}
	const quotes = looksLikeMappings(text);
	for (const { offset, code, message } of errors) mistakes.add(() => `${place(offset)}: ${quotes ? explained(code, message) : `this is not valid YAML (${code})`}.`, () => at(offset));
	return errors.length > 0 || document === void 0 ? void 0 : {
		document,
		place,
		at
	};
}
function boundErrors(composer, errors) {
	const enough = /* @__PURE__ */ new Error("too many errors");
	const own = Reflect.get(composer, "onError");
	if (typeof own !== "function") return enough;
	Object.assign(composer, { onError(source, code, message, isWarning) {
		own(source, code, message, isWarning);
		if (isWarning) return;
		if (errors.length >= MOST_ERRORS) throw enough;
		errors.push({
			offset: offsetOf(source),
			code,
			message
		});
	} });
	return enough;
}
function offsetOf(source) {
	if (typeof source === "number") return source;
	if (Array.isArray(source)) return Number(source[0]);
	return typeof source === "object" && source !== null && "offset" in source ? Number(source.offset) : 0;
}
function looksLikeMappings(text) {
	return /^[ \t"'{]*(?:version["']?[ \t]*:[ \t]*["']?1\b|mappings["']?[ \t]*:)/m.test(text);
}
function explained(code, message) {
	if (code === "MULTIPLE_DOCS") return "a second document begins here. Write one file without \"---\"";
	return (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__.o)((message.split("\n", 1)[0] ?? message).replace(/\.$/, ""));
}
// src/operations/mappings-target.ts
async function unwritable({ file, workspace }) {
	try {
		const link = await firstLink(file, workspace);
		if (link !== void 0) return {
			exists: true,
			problem: `${link} a symbolic link, which export does not write through`
		};
		const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.stat)(file);
		if (stats.isFile()) return { exists: true };
		return {
			exists: true,
			problem: `is ${stats.isDirectory() ? "a folder" : "a pipe or device"}, not a file`
		};
	} catch (error) {
		const code = codeOf(error);
		return code === "ENOENT" ? { exists: false } : {
			exists: true,
			problem: `cannot be looked at (${code})`
		};
	}
}
async function writeTarget(target, text) {
	const { problem, exists } = await unwritable(target);
	if (problem !== void 0) throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `file: ${target.file} ${problem}.`, { advice: "" });
	const folder = node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(target.file);
	const draft = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, `.${node_path__WEBPACK_IMPORTED_MODULE_2___default().basename(target.file)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_3__.randomUUID)()}`);
	try {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdir)(folder, { recursive: true });
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.writeFile)(draft, text, { flag: "wx" });
		if (exists) await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.chmod)(draft, (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.stat)(target.file)).mode);
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rename)(draft, target.file);
	} catch (error) {
		await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.rm)(draft, { force: true }).catch(() => void 0);
		throw new _failure_js__WEBPACK_IMPORTED_MODULE_1__.t("invalid-input", `The file ${target.file} could not be written (${codeOf(error)}).`, {
			advice: "Check the input file, the disk, and the permissions of the runner.",
			cause: error
		});
	}
}
async function firstLink(file, workspace) {
	const inside = node_path__WEBPACK_IMPORTED_MODULE_2___default().relative(workspace, file);
	const parts = inside.startsWith("..") || node_path__WEBPACK_IMPORTED_MODULE_2___default().isAbsolute(inside) ? [] : inside.split((node_path__WEBPACK_IMPORTED_MODULE_2___default().sep));
	const folders = parts.slice(0, -1).map((_, index) => node_path__WEBPACK_IMPORTED_MODULE_2___default().join(workspace, ...parts.slice(0, index + 1)));
	for (const folder of folders) if (await isLink(folder)) return "is below";
	return await isLink(file) ? "is" : void 0;
}
async function isLink(file) {
	try {
		return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.lstat)(file)).isSymbolicLink();
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}



/***/ })

};
;