"use strict";
exports.id = 460;
exports.ids = [460];
exports.modules = {

/***/ 2460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readApproval: () => (/* binding */ readApproval),
/* harmony export */   readDesired: () => (/* binding */ readDesired)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2574);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);



// src/action/inputs/file-inputs.ts
const LARGEST_FILE = 16777216;
async function readDesired(reader) {
	const prune = reader.flag("prune");
	const maxDeletes = reader.number("max-deletes", {
		min: 0,
		max: 1e5,
		whole: true,
		unit: "mappings"
	});
	const force = reader.ids("force");
	const file = await readMappingsFile(reader);
	if (file === void 0) return void 0;
	if (prune && Object.keys(file.scope).length === 0) reader.problem("prune", `${file.path} has no scope, and without one prune would delete every mapping of the org that the file does not name. Add scope: to the file.`);
	if (prune && file.mappings.length === 0) reader.problem("prune", `${file.path} names no mapping, and an empty file never means to delete everything. Delete mappings one by one, or leave prune out.`);
	return {
		...file,
		prune,
		maxDeletes,
		force
	};
}
async function readMappingsFile(reader) {
	const name = reader.text("file");
	const text = await readText(reader, "file", name);
	if (text === void 0) return void 0;
	const { parseMappingsFile } = await __webpack_require__.e(/* import() */ 456).then(__webpack_require__.bind(__webpack_require__, 4456));
	const parsed = await parseMappingsFile(text);
	if ("problem" in parsed) {
		reader.problem("file", `${name} is not a mappings file.\n${parsed.problem}`);
		return;
	}
	reader.warnings.push(...parsed.warnings.map((warning) => `${name}, ${warning}`));
	return {
		path: name,
		...parsed.value
	};
}
async function readApproval(reader) {
	const auto = reader.flag("auto-approve");
	const digest = reader.text("expected-plan");
	if (digest !== "" && !/^[0-9a-f]{64}$/i.test(digest)) reader.problem("expected-plan", `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(digest)} is not the digest of a plan, which the output plan-digest of operation: plan has: 64 hexadecimal digits.`);
	const name = reader.text("plan-file");
	if (name === "") return {
		auto,
		...digest && { digest }
	};
	const text = await readText(reader, "plan-file", name);
	if (text === void 0) return { auto };
	const { parsePlanFile } = await __webpack_require__.e(/* import() */ 776).then(__webpack_require__.bind(__webpack_require__, 1776)).then((n) => n.r);
	const plan = reader.checked("plan-file", parsePlanFile(text));
	return {
		auto,
		...digest && { digest },
		...plan && { plan }
	};
}
async function readText(reader, input, name) {
	const file = node_path__WEBPACK_IMPORTED_MODULE_1___default().resolve(reader.env["GITHUB_WORKSPACE"] || ".", name);
	try {
		const why = unfit(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file));
		if (why === void 0) return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file, "utf8");
		problem(why);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
		problem(code === "ENOENT" ? "does not exist. Check the path, and that actions/checkout ran before" : `cannot be read (${code})`);
	}
	return;
	function problem(why) {
		const fallback = reader.given(input) === "" ? " It is read because the input is not set." : "";
		reader.problem(input, `${(0,_index_js__WEBPACK_IMPORTED_MODULE_0__.B)(name)} ${why}.${fallback}`);
	}
}
function unfit(stats) {
	if (!stats.isFile()) return `is ${stats.isDirectory() ? "a folder" : "a pipe or device"}, not a file`;
	if (stats.size > LARGEST_FILE) return `has ${stats.size} bytes, and more than ${LARGEST_FILE / 1024 / 1024} MiB are not read`;
}



/***/ })

};
;