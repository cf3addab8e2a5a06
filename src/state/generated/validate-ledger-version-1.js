// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.
"use strict";
export const validateLedgerVersion1 = validate53;
const schema20 = {"type":"object","properties":{"backend":{"$ref":"#/$defs/backend"},"bootId":{"$ref":"#/$defs/text"},"holder":{"anyOf":[{"$ref":"#/$defs/holder"},{"type":"null"}]},"live":{"$ref":"#/$defs/liveVersion1"}},"required":["backend","bootId","holder","live"],"additionalProperties":false,"description":"The record of a ledger, version 1."};
const schema21 = {"enum":["kernel","selftest","sim"]};

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((data === "kernel") || (data === "selftest")) || (data === "sim"))){
validate54.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema21.enum}}];
return false;
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema22 = {"description":"Any text that is not written like a 64-bit value.","type":"string","not":{"pattern":"^0x[0-9a-f]+n$"}};
const pattern3 = new RegExp("^0x[0-9a-f]+n$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
const _errs1 = errors;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern3.test(data)){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs2 === errors;
if(valid0){
validate56.errors = [{instancePath,schemaPath:"#/not",keyword:"not",params:{}}];
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema23 = {"type":"object","properties":{"pid":{"type":"integer","minimum":1,"maximum":2147483647},"startTicks":{"type":"string","pattern":"^[0-9]{1,20}$"},"since":{"$ref":"#/$defs/text"}},"required":["pid","startTicks","since"],"additionalProperties":false};
const pattern4 = new RegExp("^[0-9]{1,20}$", "u");

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate58.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.pid === undefined) && (missing0 = "pid")) || ((data.startTicks === undefined) && (missing0 = "startTicks"))) || ((data.since === undefined) && (missing0 = "since"))){
validate58.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "pid") || (key0 === "startTicks")) || (key0 === "since"))){
validate58.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.pid !== undefined){
let data0 = data.pid;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate58.errors = [{instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 2147483647 || isNaN(data0)){
validate58.errors = [{instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data0 < 1 || isNaN(data0)){
validate58.errors = [{instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.startTicks !== undefined){
let data1 = data.startTicks;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
validate58.errors = [{instancePath:instancePath+"/startTicks",schemaPath:"#/properties/startTicks/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,20}$"}}];
return false;
}
}
else {
validate58.errors = [{instancePath:instancePath+"/startTicks",schemaPath:"#/properties/startTicks/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.since !== undefined){
const _errs6 = errors;
if(!(validate56(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}
validate58.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema24 = {"type":"object","properties":{"handovers":{"type":"array","items":{"$ref":"#/$defs/handover"}},"createdFiles":{"type":"array","items":{"$ref":"#/$defs/path"}},"loadedModules":{"type":"array","items":{"$ref":"#/$defs/driver"}},"viommus":{"type":"array","items":{"type":"object","properties":{"name":{"$ref":"#/$defs/text"},"pasid":{"type":"boolean"},"nesting":{"type":"boolean"},"iommufd":{"type":"integer","minimum":0,"maximum":2147483647},"ioas":{"type":"integer","minimum":0,"maximum":4294967295},"memory":{"type":"array","items":{"$ref":"#/$defs/memory"}},"nestParents":{"type":"array","items":{"type":"object","properties":{"unit":{"$ref":"#/$defs/text"},"hwpt":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["unit","hwpt"],"additionalProperties":false}},"devices":{"type":"array","items":{"type":"object","properties":{"name":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"unit":{"$ref":"#/$defs/text"},"handle":{"$ref":"#/$defs/deviceHandle"},"ridAttached":{"type":"boolean"},"maxPasidLog2":{"type":"integer","minimum":0,"maximum":32}},"required":["name","address","unit","handle","ridAttached","maxPasidLog2"],"additionalProperties":false}},"firstStages":{"type":"array","items":{"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"},"unit":{"$ref":"#/$defs/text"},"hwpt":{"type":"integer","minimum":0,"maximum":4294967295},"separate":{"const":true}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess","unit","hwpt"],"additionalProperties":false}},"bindings":{"type":"array","items":{"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":0,"maximum":1048575},"last":{"type":"integer","minimum":0,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"to":{"type":"string","pattern":"^(parent@.+|fs@.+/0x[0-9a-f]{1,16}/(48|57)(/sre)?(/eafe)?(/wpe)?)$"}},"required":["device","first","last","domain","to"],"additionalProperties":false}}},"required":["name","pasid","nesting","iommufd","ioas","memory","nestParents","devices","firstStages","bindings"],"additionalProperties":false}}},"required":["handovers","createdFiles","loadedModules","viommus"],"additionalProperties":false};
const schema25 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"formerDriver":{"anyOf":[{"$ref":"#/$defs/driver"},{"type":"null"}]},"formerOverride":{"anyOf":[{"$ref":"#/$defs/text"},{"type":"null"}]},"release":{"enum":["restore","keep"]}},"required":["device","address","formerDriver","formerOverride","release"],"additionalProperties":false};
const schema26 = {"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
const pattern5 = new RegExp("^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", "u");

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate64.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"}}];
return false;
}
}
else {
validate64.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema27 = {"type":"string","pattern":"^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"};
const pattern6 = new RegExp("^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "u");

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern6.test(data)){
validate66.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}}];
return false;
}
}
else {
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate62.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.device === undefined) && (missing0 = "device")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.formerDriver === undefined) && (missing0 = "formerDriver"))) || ((data.formerOverride === undefined) && (missing0 = "formerOverride"))) || ((data.release === undefined) && (missing0 = "release"))){
validate62.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "device") || (key0 === "address")) || (key0 === "formerDriver")) || (key0 === "formerOverride")) || (key0 === "release"))){
validate62.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.device !== undefined){
const _errs2 = errors;
if(!(validate56(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
const _errs3 = errors;
if(!(validate64(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formerDriver !== undefined){
let data2 = data.formerDriver;
const _errs4 = errors;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(!(validate66(data2, {instancePath:instancePath+"/formerDriver",parentData:data,parentDataProperty:"formerDriver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
const _errs7 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/formerDriver",schemaPath:"#/properties/formerDriver/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/formerDriver",schemaPath:"#/properties/formerDriver/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate62.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formerOverride !== undefined){
let data3 = data.formerOverride;
const _errs9 = errors;
const _errs10 = errors;
let valid2 = false;
const _errs11 = errors;
if(!(validate56(data3, {instancePath:instancePath+"/formerOverride",parentData:data,parentDataProperty:"formerOverride",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var _valid1 = _errs11 === errors;
valid2 = valid2 || _valid1;
const _errs12 = errors;
if(data3 !== null){
const err2 = {instancePath:instancePath+"/formerOverride",schemaPath:"#/properties/formerOverride/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs12 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/formerOverride",schemaPath:"#/properties/formerOverride/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate62.errors = vErrors;
return false;
}
else {
errors = _errs10;
if(vErrors !== null){
if(_errs10){
vErrors.length = _errs10;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.release !== undefined){
let data4 = data.release;
const _errs14 = errors;
if(!((data4 === "restore") || (data4 === "keep"))){
validate62.errors = [{instancePath:instancePath+"/release",schemaPath:"#/properties/release/enum",keyword:"enum",params:{allowedValues: schema25.properties.release.enum}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate62.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema28 = {"type":"string","pattern":"^/[^\\u0000]{0,4094}$"};
const pattern7 = new RegExp("^/[^\\u0000]{0,4094}$", "u");

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate70.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern7.test(data)){
validate70.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000]{0,4094}$"}}];
return false;
}
}
else {
validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate70.errors = vErrors;
return errors === 0;
}
validate70.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema29 = {"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"offsetBytes":{"$ref":"#/$defs/bigint"},"sizeBytes":{"$ref":"#/$defs/bigint"},"guestAddress":{"$ref":"#/$defs/bigint"}},"required":["file","offsetBytes","sizeBytes","guestAddress"],"additionalProperties":false};
const schema30 = {"description":"A 64-bit value, as bigint-json.ts writes it.","type":"string","pattern":"^0x[0-9a-f]{1,16}n$"};
const pattern8 = new RegExp("^0x[0-9a-f]{1,16}n$", "u");

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate76.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern8.test(data)){
validate76.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}n$"}}];
return false;
}
}
else {
validate76.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate76.errors = vErrors;
return errors === 0;
}
validate76.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate74.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.file === undefined) && (missing0 = "file")) || ((data.offsetBytes === undefined) && (missing0 = "offsetBytes"))) || ((data.sizeBytes === undefined) && (missing0 = "sizeBytes"))) || ((data.guestAddress === undefined) && (missing0 = "guestAddress"))){
validate74.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "file") || (key0 === "offsetBytes")) || (key0 === "sizeBytes")) || (key0 === "guestAddress"))){
validate74.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.file !== undefined){
const _errs2 = errors;
if(!(validate70(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.offsetBytes !== undefined){
const _errs3 = errors;
if(!(validate76(data.offsetBytes, {instancePath:instancePath+"/offsetBytes",parentData:data,parentDataProperty:"offsetBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sizeBytes !== undefined){
const _errs4 = errors;
if(!(validate76(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.guestAddress !== undefined){
const _errs5 = errors;
if(!(validate76(data.guestAddress, {instancePath:instancePath+"/guestAddress",parentData:data,parentDataProperty:"guestAddress",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate74.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate74.errors = vErrors;
return errors === 0;
}
validate74.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"vfio"},"fd":{"type":"integer","minimum":0,"maximum":2147483647},"devId":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["kind","fd","devId"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"mock"},"iommufd":{"type":"integer","minimum":0,"maximum":2147483647},"stdevId":{"type":"integer","minimum":0,"maximum":4294967295},"devId":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["kind","iommufd","stdevId","devId"],"additionalProperties":false}]};

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate85.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
validate85.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "vfio"){
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((((data.kind === undefined) && (missing1 = "kind")) || ((data.fd === undefined) && (missing1 = "fd"))) || ((data.devId === undefined) && (missing1 = "devId"))){
validate85.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "fd")) || (key0 === "devId"))){
validate85.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("vfio" !== data.kind){
validate85.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "vfio"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.fd !== undefined){
let data1 = data.fd;
const _errs6 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate85.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 2147483647 || isNaN(data1)){
validate85.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate85.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.devId !== undefined){
let data2 = data.devId;
const _errs8 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
else {
validate85.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var props0 = true;
}
else if(tag0 === "mock"){
const _errs10 = errors;
if(errors === _errs10){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((((data.kind === undefined) && (missing2 = "kind")) || ((data.iommufd === undefined) && (missing2 = "iommufd"))) || ((data.stdevId === undefined) && (missing2 = "stdevId"))) || ((data.devId === undefined) && (missing2 = "devId"))){
validate85.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data){
if(!((((key1 === "kind") || (key1 === "iommufd")) || (key1 === "stdevId")) || (key1 === "devId"))){
validate85.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs12 === errors){
if(data.kind !== undefined){
const _errs13 = errors;
if("mock" !== data.kind){
validate85.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "mock"}}];
return false;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.iommufd !== undefined){
let data4 = data.iommufd;
const _errs14 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate85.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs14){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
validate85.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate85.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.stdevId !== undefined){
let data5 = data.stdevId;
const _errs16 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate85.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs16){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 4294967295 || isNaN(data5)){
validate85.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate85.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.devId !== undefined){
let data6 = data.devId;
const _errs18 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs18){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate85.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
else {
validate85.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate85.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate85.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate85.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate85.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate85.evaluated = {"dynamicProps":true,"dynamicItems":false};

const func1 = Object.prototype.hasOwnProperty;
const pattern9 = new RegExp("^(parent@.+|fs@.+/0x[0-9a-f]{1,16}/(48|57)(/sre)?(/eafe)?(/wpe)?)$", "u");

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate61.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.handovers === undefined) && (missing0 = "handovers")) || ((data.createdFiles === undefined) && (missing0 = "createdFiles"))) || ((data.loadedModules === undefined) && (missing0 = "loadedModules"))) || ((data.viommus === undefined) && (missing0 = "viommus"))){
validate61.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "handovers") || (key0 === "createdFiles")) || (key0 === "loadedModules")) || (key0 === "viommus"))){
validate61.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.handovers !== undefined){
let data0 = data.handovers;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs4 = errors;
if(!(validate62(data0[i0], {instancePath:instancePath+"/handovers/" + i0,parentData:data0,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/handovers",schemaPath:"#/properties/handovers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.createdFiles !== undefined){
let data2 = data.createdFiles;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid2 = true;
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
const _errs7 = errors;
if(!(validate70(data2[i1], {instancePath:instancePath+"/createdFiles/" + i1,parentData:data2,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/createdFiles",schemaPath:"#/properties/createdFiles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.loadedModules !== undefined){
let data4 = data.loadedModules;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data4)){
var valid3 = true;
const len2 = data4.length;
for(let i2=0; i2<len2; i2++){
const _errs10 = errors;
if(!(validate66(data4[i2], {instancePath:instancePath+"/loadedModules/" + i2,parentData:data4,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/loadedModules",schemaPath:"#/properties/loadedModules/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.viommus !== undefined){
let data6 = data.viommus;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid4 = true;
const len3 = data6.length;
for(let i3=0; i3<len3; i3++){
let data7 = data6[i3];
const _errs13 = errors;
if(errors === _errs13){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((((((((data7.name === undefined) && (missing1 = "name")) || ((data7.pasid === undefined) && (missing1 = "pasid"))) || ((data7.nesting === undefined) && (missing1 = "nesting"))) || ((data7.iommufd === undefined) && (missing1 = "iommufd"))) || ((data7.ioas === undefined) && (missing1 = "ioas"))) || ((data7.memory === undefined) && (missing1 = "memory"))) || ((data7.nestParents === undefined) && (missing1 = "nestParents"))) || ((data7.devices === undefined) && (missing1 = "devices"))) || ((data7.firstStages === undefined) && (missing1 = "firstStages"))) || ((data7.bindings === undefined) && (missing1 = "bindings"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3,schemaPath:"#/properties/viommus/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs15 = errors;
for(const key1 in data7){
if(!(func1.call(schema24.properties.viommus.items.properties, key1))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3,schemaPath:"#/properties/viommus/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs15 === errors){
if(data7.name !== undefined){
const _errs16 = errors;
if(!(validate56(data7.name, {instancePath:instancePath+"/viommus/" + i3+"/name",parentData:data7,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.pasid !== undefined){
const _errs17 = errors;
if(typeof data7.pasid !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/pasid",schemaPath:"#/properties/viommus/items/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.nesting !== undefined){
const _errs19 = errors;
if(typeof data7.nesting !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nesting",schemaPath:"#/properties/viommus/items/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.iommufd !== undefined){
let data11 = data7.iommufd;
const _errs21 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs21){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 2147483647 || isNaN(data11)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.ioas !== undefined){
let data12 = data7.ioas;
const _errs23 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs23){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 4294967295 || isNaN(data12)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data12 < 0 || isNaN(data12)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.memory !== undefined){
let data13 = data7.memory;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data13)){
var valid6 = true;
const len4 = data13.length;
for(let i4=0; i4<len4; i4++){
const _errs27 = errors;
if(!(validate74(data13[i4], {instancePath:instancePath+"/viommus/" + i3+"/memory/" + i4,parentData:data13,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/memory",schemaPath:"#/properties/viommus/items/properties/memory/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.nestParents !== undefined){
let data15 = data7.nestParents;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data15)){
var valid7 = true;
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
let data16 = data15[i5];
const _errs30 = errors;
if(errors === _errs30){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing2;
if(((data16.unit === undefined) && (missing2 = "unit")) || ((data16.hwpt === undefined) && (missing2 = "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5,schemaPath:"#/properties/viommus/items/properties/nestParents/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs32 = errors;
for(const key2 in data16){
if(!((key2 === "unit") || (key2 === "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5,schemaPath:"#/properties/viommus/items/properties/nestParents/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs32 === errors){
if(data16.unit !== undefined){
const _errs33 = errors;
if(!(validate56(data16.unit, {instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5+"/unit",parentData:data16,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data16.hwpt !== undefined){
let data18 = data16.hwpt;
const _errs34 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs34){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 4294967295 || isNaN(data18)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data18 < 0 || isNaN(data18)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents/" + i5,schemaPath:"#/properties/viommus/items/properties/nestParents/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs30 === errors;
if(!valid7){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/nestParents",schemaPath:"#/properties/viommus/items/properties/nestParents/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.devices !== undefined){
let data19 = data7.devices;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data19)){
var valid9 = true;
const len6 = data19.length;
for(let i6=0; i6<len6; i6++){
let data20 = data19[i6];
const _errs38 = errors;
if(errors === _errs38){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if(((((((data20.name === undefined) && (missing3 = "name")) || ((data20.address === undefined) && (missing3 = "address"))) || ((data20.unit === undefined) && (missing3 = "unit"))) || ((data20.handle === undefined) && (missing3 = "handle"))) || ((data20.ridAttached === undefined) && (missing3 = "ridAttached"))) || ((data20.maxPasidLog2 === undefined) && (missing3 = "maxPasidLog2"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6,schemaPath:"#/properties/viommus/items/properties/devices/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs40 = errors;
for(const key3 in data20){
if(!((((((key3 === "name") || (key3 === "address")) || (key3 === "unit")) || (key3 === "handle")) || (key3 === "ridAttached")) || (key3 === "maxPasidLog2"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6,schemaPath:"#/properties/viommus/items/properties/devices/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs40 === errors){
if(data20.name !== undefined){
const _errs41 = errors;
if(!(validate56(data20.name, {instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/name",parentData:data20,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid10 = _errs41 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.address !== undefined){
const _errs42 = errors;
if(!(validate64(data20.address, {instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/address",parentData:data20,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid10 = _errs42 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.unit !== undefined){
const _errs43 = errors;
if(!(validate56(data20.unit, {instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/unit",parentData:data20,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.handle !== undefined){
const _errs44 = errors;
if(!(validate85(data20.handle, {instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/handle",parentData:data20,parentDataProperty:"handle",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
var valid10 = _errs44 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.ridAttached !== undefined){
const _errs45 = errors;
if(typeof data20.ridAttached !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/ridAttached",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/ridAttached/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid10 = _errs45 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.maxPasidLog2 !== undefined){
let data26 = data20.maxPasidLog2;
const _errs47 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 32 || isNaN(data26)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32}}];
return false;
}
else {
if(data26 < 0 || isNaN(data26)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid10 = _errs47 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices/" + i6,schemaPath:"#/properties/viommus/items/properties/devices/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid9 = _errs38 === errors;
if(!valid9){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/devices",schemaPath:"#/properties/viommus/items/properties/devices/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs36 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.firstStages !== undefined){
let data27 = data7.firstStages;
const _errs49 = errors;
if(errors === _errs49){
if(Array.isArray(data27)){
var valid11 = true;
const len7 = data27.length;
for(let i7=0; i7<len7; i7++){
let data28 = data27[i7];
const _errs51 = errors;
if(errors === _errs51){
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
let missing4;
if((((((((data28.pageTable === undefined) && (missing4 = "pageTable")) || ((data28.addressWidth === undefined) && (missing4 = "addressWidth"))) || ((data28.supervisor === undefined) && (missing4 = "supervisor"))) || ((data28.writeProtect === undefined) && (missing4 = "writeProtect"))) || ((data28.extendedAccess === undefined) && (missing4 = "extendedAccess"))) || ((data28.unit === undefined) && (missing4 = "unit"))) || ((data28.hwpt === undefined) && (missing4 = "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7,schemaPath:"#/properties/viommus/items/properties/firstStages/items/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs53 = errors;
for(const key4 in data28){
if(!((((((((key4 === "pageTable") || (key4 === "addressWidth")) || (key4 === "supervisor")) || (key4 === "writeProtect")) || (key4 === "extendedAccess")) || (key4 === "unit")) || (key4 === "hwpt")) || (key4 === "separate"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7,schemaPath:"#/properties/viommus/items/properties/firstStages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs53 === errors){
if(data28.pageTable !== undefined){
const _errs54 = errors;
if(!(validate76(data28.pageTable, {instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/pageTable",parentData:data28,parentDataProperty:"pageTable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid12 = _errs54 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.addressWidth !== undefined){
let data30 = data28.addressWidth;
const _errs55 = errors;
if(!((data30 === 48) || (data30 === 57))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/addressWidth",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema24.properties.viommus.items.properties.firstStages.items.properties.addressWidth.enum}}];
return false;
}
var valid12 = _errs55 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.supervisor !== undefined){
const _errs56 = errors;
if(typeof data28.supervisor !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/supervisor",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid12 = _errs56 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.writeProtect !== undefined){
const _errs58 = errors;
if(typeof data28.writeProtect !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/writeProtect",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid12 = _errs58 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.extendedAccess !== undefined){
const _errs60 = errors;
if(typeof data28.extendedAccess !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/extendedAccess",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid12 = _errs60 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.unit !== undefined){
const _errs62 = errors;
if(!(validate56(data28.unit, {instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/unit",parentData:data28,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid12 = _errs62 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.hwpt !== undefined){
let data35 = data28.hwpt;
const _errs63 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs63){
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 4294967295 || isNaN(data35)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data35 < 0 || isNaN(data35)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid12 = _errs63 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data28.separate !== undefined){
const _errs65 = errors;
if(true !== data28.separate){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7+"/separate",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/separate/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid12 = _errs65 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages/" + i7,schemaPath:"#/properties/viommus/items/properties/firstStages/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid11 = _errs51 === errors;
if(!valid11){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/firstStages",schemaPath:"#/properties/viommus/items/properties/firstStages/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs49 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.bindings !== undefined){
let data37 = data7.bindings;
const _errs66 = errors;
if(errors === _errs66){
if(Array.isArray(data37)){
var valid13 = true;
const len8 = data37.length;
for(let i8=0; i8<len8; i8++){
let data38 = data37[i8];
const _errs68 = errors;
if(errors === _errs68){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing5;
if((((((data38.device === undefined) && (missing5 = "device")) || ((data38.first === undefined) && (missing5 = "first"))) || ((data38.last === undefined) && (missing5 = "last"))) || ((data38.domain === undefined) && (missing5 = "domain"))) || ((data38.to === undefined) && (missing5 = "to"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8,schemaPath:"#/properties/viommus/items/properties/bindings/items/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs70 = errors;
for(const key5 in data38){
if(!(((((key5 === "device") || (key5 === "first")) || (key5 === "last")) || (key5 === "domain")) || (key5 === "to"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8,schemaPath:"#/properties/viommus/items/properties/bindings/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs70 === errors){
if(data38.device !== undefined){
const _errs71 = errors;
if(!(validate56(data38.device, {instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/device",parentData:data38,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid14 = _errs71 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data38.first !== undefined){
let data40 = data38.first;
const _errs72 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs72){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 1048575 || isNaN(data40)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data40 < 0 || isNaN(data40)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid14 = _errs72 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data38.last !== undefined){
let data41 = data38.last;
const _errs74 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs74){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1048575 || isNaN(data41)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data41 < 0 || isNaN(data41)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid14 = _errs74 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data38.domain !== undefined){
let data42 = data38.domain;
const _errs76 = errors;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs76){
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 65535 || isNaN(data42)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data42 < 0 || isNaN(data42)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid14 = _errs76 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data38.to !== undefined){
let data43 = data38.to;
const _errs78 = errors;
if(errors === _errs78){
if(typeof data43 === "string"){
if(!pattern9.test(data43)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/to",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^(parent@.+|fs@.+/0x[0-9a-f]{1,16}/(48|57)(/sre)?(/eafe)?(/wpe)?)$"}}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8+"/to",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/to/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs78 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings/" + i8,schemaPath:"#/properties/viommus/items/properties/bindings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid13 = _errs68 === errors;
if(!valid13){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3+"/bindings",schemaPath:"#/properties/viommus/items/properties/bindings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs66 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i3,schemaPath:"#/properties/viommus/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus",schemaPath:"#/properties/viommus/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.backend === undefined) && (missing0 = "backend")) || ((data.bootId === undefined) && (missing0 = "bootId"))) || ((data.holder === undefined) && (missing0 = "holder"))) || ((data.live === undefined) && (missing0 = "live"))){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "backend") || (key0 === "bootId")) || (key0 === "holder")) || (key0 === "live"))){
validate53.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.backend !== undefined){
const _errs2 = errors;
if(!(validate54(data.backend, {instancePath:instancePath+"/backend",parentData:data,parentDataProperty:"backend",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bootId !== undefined){
const _errs3 = errors;
if(!(validate56(data.bootId, {instancePath:instancePath+"/bootId",parentData:data,parentDataProperty:"bootId",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.holder !== undefined){
let data2 = data.holder;
const _errs4 = errors;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(!(validate58(data2, {instancePath:instancePath+"/holder",parentData:data,parentDataProperty:"holder",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
const _errs7 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/holder",schemaPath:"#/properties/holder/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/holder",schemaPath:"#/properties/holder/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.live !== undefined){
const _errs9 = errors;
if(!(validate61(data.live, {instancePath:instancePath+"/live",parentData:data,parentDataProperty:"live",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

