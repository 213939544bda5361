"use strict";
exports.id = 710;
exports.ids = [710];
exports.modules = {

/***/ 7710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CALLER_IDENTITY: () => (/* binding */ CALLER_IDENTITY),
/* harmony export */   makeAwsProof: () => (/* binding */ makeAwsProof),
/* harmony export */   signCallerIdentity: () => (/* binding */ signCallerIdentity),
/* harmony export */   stsOrigin: () => (/* binding */ stsOrigin)
/* harmony export */ });
/* harmony import */ var _aws_signer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6916);

// src/identity/aws-proof.ts
const CALLER_IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
function stsOrigin(region) {
	if (region === void 0) return "https://sts.amazonaws.com";
	return `https://sts.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
}
function signCallerIdentity(credentials, { origin, region = "us-east-1", time, headers = {} }) {
	return (0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_0__.signAwsRequest)(credentials, {
		service: "sts",
		region,
		method: "POST",
		origin,
		headers: {
			"content-length": String(43),
			"content-type": "application/x-www-form-urlencoded; charset=utf-8",
			...headers
		},
		body: CALLER_IDENTITY,
		time
	});
}
const SPELLINGS = {
	authorization: "Authorization",
	"content-length": "Content-Length",
	"content-type": "Content-Type",
	"x-amz-date": "X-Amz-Date",
	"x-amz-security-token": "X-Amz-Security-Token"
};
async function makeAwsProof(credentials, options) {
	const { orgUuid, region, time } = options;
	const origin = stsOrigin(region);
	const headers = await signCallerIdentity(credentials, {
		origin,
		region,
		time,
		headers: { "x-ddog-org-id": orgUuid }
	});
	const spelled = Object.entries(headers).map(([name, value]) => [SPELLINGS[name] ?? name, [value]]);
	const parts = [
		base64(CALLER_IDENTITY),
		base64(JSON.stringify(Object.fromEntries(spelled))),
		"POST",
		base64(origin)
	];
	const proof = parts.join("|");
	return {
		proof,
		secrets: [
			proof,
			parts[1] ?? "",
			(0,_aws_signer_js__WEBPACK_IMPORTED_MODULE_0__.signatureIn)(headers)
		]
	};
}
function base64(text) {
	return Buffer.from(text).toString("base64");
}



/***/ })

};
;