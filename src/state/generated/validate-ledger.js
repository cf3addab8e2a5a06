// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.
"use strict";
export const validateLedger = validate53;
const schema20 = {"type":"object","properties":{"backend":{"$ref":"#/$defs/backend"},"bootId":{"$ref":"#/$defs/text"},"holder":{"anyOf":[{"$ref":"#/$defs/holder"},{"type":"null"}]},"live":{"$ref":"#/$defs/live"}},"required":["backend","bootId","holder","live"],"additionalProperties":false,"description":"The record of a ledger, version 2."};
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

const schema24 = {"type":"object","properties":{"handovers":{"type":"array","items":{"$ref":"#/$defs/handover"}},"createdFiles":{"type":"array","items":{"$ref":"#/$defs/path"}},"loadedModules":{"type":"array","items":{"$ref":"#/$defs/driver"}},"madeVfs":{"description":"Absent in ledgers before there were VFs.","type":"array","items":{"$ref":"#/$defs/vfs"}},"viommus":{"type":"array","items":{"type":"object","properties":{"name":{"$ref":"#/$defs/text"},"pasid":{"type":"boolean"},"nesting":{"type":"boolean"},"iommufd":{"type":"integer","minimum":0,"maximum":2147483647},"ioas":{"type":"integer","minimum":0,"maximum":4294967295},"memory":{"type":"array","items":{"$ref":"#/$defs/memory"}},"nestParents":{"type":"array","items":{"type":"object","properties":{"unit":{"$ref":"#/$defs/text"},"hwpt":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["unit","hwpt"],"additionalProperties":false}},"devices":{"type":"array","items":{"type":"object","properties":{"name":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"unit":{"$ref":"#/$defs/text"},"handle":{"$ref":"#/$defs/deviceHandle"},"ridAttached":{"type":"boolean"},"ridOwner":{"$ref":"#/$defs/owner"},"maxPasidLog2":{"type":"integer","minimum":0,"maximum":32}},"required":["name","address","unit","handle","ridAttached","ridOwner","maxPasidLog2"],"additionalProperties":false}},"firstStages":{"type":"array","items":{"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"},"owner":{"$ref":"#/$defs/owner"},"unit":{"$ref":"#/$defs/text"},"hwpt":{"type":"integer","minimum":0,"maximum":4294967295},"separate":{"const":true}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess","owner","unit","hwpt"],"additionalProperties":false}},"bindings":{"type":"array","items":{"type":"object","properties":{"owner":{"$ref":"#/$defs/owner"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":0,"maximum":1048575},"last":{"type":"integer","minimum":0,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"to":{"$ref":"#/$defs/hwptRef"}},"required":["owner","device","first","last","domain","to"],"additionalProperties":false}}},"required":["name","pasid","nesting","iommufd","ioas","memory","nestParents","devices","firstStages","bindings"],"additionalProperties":false}}},"required":["handovers","createdFiles","loadedModules","viommus"],"additionalProperties":false};
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

const schema29 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"count":{"type":"integer","minimum":1,"maximum":65535},"addresses":{"type":"array","items":{"$ref":"#/$defs/address"},"maxItems":65535}},"required":["device","address","count","addresses"],"additionalProperties":false};

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate73.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.device === undefined) && (missing0 = "device")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.count === undefined) && (missing0 = "count"))) || ((data.addresses === undefined) && (missing0 = "addresses"))){
validate73.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "device") || (key0 === "address")) || (key0 === "count")) || (key0 === "addresses"))){
validate73.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
if(data.count !== undefined){
let data2 = data.count;
const _errs4 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate73.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
validate73.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data2 < 1 || isNaN(data2)){
validate73.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.addresses !== undefined){
let data3 = data.addresses;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
if(data3.length > 65535){
validate73.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 65535}}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate64(data3[i0], {instancePath:instancePath+"/addresses/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate73.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/type",keyword:"type",params:{type: "array"}}];
return false;
}
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
}
else {
validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}
validate73.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema30 = {"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"offsetBytes":{"$ref":"#/$defs/bigint"},"sizeBytes":{"$ref":"#/$defs/bigint"},"guestAddress":{"$ref":"#/$defs/bigint"}},"required":["file","offsetBytes","sizeBytes","guestAddress"],"additionalProperties":false};
const schema31 = {"description":"A 64-bit value, as bigint-json.ts writes it.","type":"string","pattern":"^0x[0-9a-f]{1,16}n$"};
const pattern8 = new RegExp("^0x[0-9a-f]{1,16}n$", "u");

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate81.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern8.test(data)){
validate81.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}n$"}}];
return false;
}
}
else {
validate81.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate81.errors = vErrors;
return errors === 0;
}
validate81.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate79.evaluated;
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
validate79.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "file") || (key0 === "offsetBytes")) || (key0 === "sizeBytes")) || (key0 === "guestAddress"))){
validate79.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
if(!(validate81(data.offsetBytes, {instancePath:instancePath+"/offsetBytes",parentData:data,parentDataProperty:"offsetBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
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
if(!(validate81(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
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
if(!(validate81(data.guestAddress, {instancePath:instancePath+"/guestAddress",parentData:data,parentDataProperty:"guestAddress",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
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
validate79.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate79.errors = vErrors;
return errors === 0;
}
validate79.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"vfio"},"fd":{"type":"integer","minimum":0,"maximum":2147483647},"devId":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["kind","fd","devId"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"mock"},"iommufd":{"type":"integer","minimum":0,"maximum":2147483647},"stdevId":{"type":"integer","minimum":0,"maximum":4294967295},"devId":{"type":"integer","minimum":0,"maximum":4294967295}},"required":["kind","iommufd","stdevId","devId"],"additionalProperties":false}]};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate90.evaluated;
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
validate90.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
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
validate90.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "fd")) || (key0 === "devId"))){
validate90.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("vfio" !== data.kind){
validate90.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "vfio"}}];
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
validate90.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 2147483647 || isNaN(data1)){
validate90.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate90.errors = [{instancePath:instancePath+"/fd",schemaPath:"#/oneOf/0/properties/fd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4294967295 || isNaN(data2)){
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/0/properties/devId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate90.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate90.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs12 = errors;
for(const key1 in data){
if(!((((key1 === "kind") || (key1 === "iommufd")) || (key1 === "stdevId")) || (key1 === "devId"))){
validate90.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs12 === errors){
if(data.kind !== undefined){
const _errs13 = errors;
if("mock" !== data.kind){
validate90.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "mock"}}];
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
validate90.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs14){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
validate90.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data4 < 0 || isNaN(data4)){
validate90.errors = [{instancePath:instancePath+"/iommufd",schemaPath:"#/oneOf/1/properties/iommufd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate90.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs16){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 4294967295 || isNaN(data5)){
validate90.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate90.errors = [{instancePath:instancePath+"/stdevId",schemaPath:"#/oneOf/1/properties/stdevId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs18){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate90.errors = [{instancePath:instancePath+"/devId",schemaPath:"#/oneOf/1/properties/devId/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
validate90.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate90.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate90.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate90.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate90.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate90.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema33 = {"enum":["spec","guest"]};

function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate92.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!((data === "spec") || (data === "guest"))){
validate92.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
validate92.errors = vErrors;
return errors === 0;
}
validate92.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema34 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"parent"},"unit":{"$ref":"#/$defs/text"}},"required":["kind","unit"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"first-stage"},"unit":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"},"owner":{"$ref":"#/$defs/owner"},"separate":{"anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"null"}]}},"required":["kind","unit","stage","owner","separate"],"additionalProperties":false}]};
const schema35 = {"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess"],"additionalProperties":false};

function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate102.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.pageTable === undefined) && (missing0 = "pageTable")) || ((data.addressWidth === undefined) && (missing0 = "addressWidth"))) || ((data.supervisor === undefined) && (missing0 = "supervisor"))) || ((data.writeProtect === undefined) && (missing0 = "writeProtect"))) || ((data.extendedAccess === undefined) && (missing0 = "extendedAccess"))){
validate102.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "pageTable") || (key0 === "addressWidth")) || (key0 === "supervisor")) || (key0 === "writeProtect")) || (key0 === "extendedAccess"))){
validate102.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.pageTable !== undefined){
const _errs2 = errors;
if(!(validate81(data.pageTable, {instancePath:instancePath+"/pageTable",parentData:data,parentDataProperty:"pageTable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.addressWidth !== undefined){
let data1 = data.addressWidth;
const _errs3 = errors;
if(!((data1 === 48) || (data1 === 57))){
validate102.errors = [{instancePath:instancePath+"/addressWidth",schemaPath:"#/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema35.properties.addressWidth.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supervisor !== undefined){
const _errs4 = errors;
if(typeof data.supervisor !== "boolean"){
validate102.errors = [{instancePath:instancePath+"/supervisor",schemaPath:"#/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.writeProtect !== undefined){
const _errs6 = errors;
if(typeof data.writeProtect !== "boolean"){
validate102.errors = [{instancePath:instancePath+"/writeProtect",schemaPath:"#/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extendedAccess !== undefined){
const _errs8 = errors;
if(typeof data.extendedAccess !== "boolean"){
validate102.errors = [{instancePath:instancePath+"/extendedAccess",schemaPath:"#/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs8 === errors;
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
validate102.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate102.errors = vErrors;
return errors === 0;
}
validate102.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate99.evaluated;
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
validate99.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "parent"){
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.kind === undefined) && (missing1 = "kind")) || ((data.unit === undefined) && (missing1 = "unit"))){
validate99.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "unit"))){
validate99.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("parent" !== data.kind){
validate99.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "parent"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.unit !== undefined){
const _errs6 = errors;
if(!(validate56(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var props0 = true;
}
else if(tag0 === "first-stage"){
const _errs7 = errors;
if(errors === _errs7){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((((((data.kind === undefined) && (missing2 = "kind")) || ((data.unit === undefined) && (missing2 = "unit"))) || ((data.stage === undefined) && (missing2 = "stage"))) || ((data.owner === undefined) && (missing2 = "owner"))) || ((data.separate === undefined) && (missing2 = "separate"))){
validate99.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!(((((key1 === "kind") || (key1 === "unit")) || (key1 === "stage")) || (key1 === "owner")) || (key1 === "separate"))){
validate99.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data.kind !== undefined){
const _errs10 = errors;
if("first-stage" !== data.kind){
validate99.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "first-stage"}}];
return false;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.unit !== undefined){
const _errs11 = errors;
if(!(validate56(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.stage !== undefined){
const _errs12 = errors;
if(!(validate102(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.owner !== undefined){
const _errs13 = errors;
if(!(validate92(data.owner, {instancePath:instancePath+"/owner",parentData:data,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.separate !== undefined){
let data6 = data.separate;
const _errs14 = errors;
const _errs15 = errors;
let valid5 = false;
const _errs16 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err0 = {instancePath:instancePath+"/separate",schemaPath:"#/oneOf/1/properties/separate/anyOf/0/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs16){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 4294967295 || isNaN(data6)){
const err1 = {instancePath:instancePath+"/separate",schemaPath:"#/oneOf/1/properties/separate/anyOf/0/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data6 < 0 || isNaN(data6)){
const err2 = {instancePath:instancePath+"/separate",schemaPath:"#/oneOf/1/properties/separate/anyOf/0/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
}
var _valid0 = _errs16 === errors;
valid5 = valid5 || _valid0;
const _errs18 = errors;
if(data6 !== null){
const err3 = {instancePath:instancePath+"/separate",schemaPath:"#/oneOf/1/properties/separate/anyOf/1/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs18 === errors;
valid5 = valid5 || _valid0;
if(!valid5){
const err4 = {instancePath:instancePath+"/separate",schemaPath:"#/oneOf/1/properties/separate/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate99.errors = vErrors;
return false;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
var valid4 = _errs14 === errors;
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
}
else {
validate99.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate99.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate99.evaluated = {"dynamicProps":true,"dynamicItems":false};

const func1 = Object.prototype.hasOwnProperty;

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
if(!(((((key0 === "handovers") || (key0 === "createdFiles")) || (key0 === "loadedModules")) || (key0 === "madeVfs")) || (key0 === "viommus"))){
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
if(data.madeVfs !== undefined){
let data6 = data.madeVfs;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid4 = true;
const len3 = data6.length;
for(let i3=0; i3<len3; i3++){
const _errs13 = errors;
if(!(validate73(data6[i3], {instancePath:instancePath+"/madeVfs/" + i3,parentData:data6,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/madeVfs",schemaPath:"#/properties/madeVfs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.viommus !== undefined){
let data8 = data.viommus;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data8)){
var valid5 = true;
const len4 = data8.length;
for(let i4=0; i4<len4; i4++){
let data9 = data8[i4];
const _errs16 = errors;
if(errors === _errs16){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if(((((((((((data9.name === undefined) && (missing1 = "name")) || ((data9.pasid === undefined) && (missing1 = "pasid"))) || ((data9.nesting === undefined) && (missing1 = "nesting"))) || ((data9.iommufd === undefined) && (missing1 = "iommufd"))) || ((data9.ioas === undefined) && (missing1 = "ioas"))) || ((data9.memory === undefined) && (missing1 = "memory"))) || ((data9.nestParents === undefined) && (missing1 = "nestParents"))) || ((data9.devices === undefined) && (missing1 = "devices"))) || ((data9.firstStages === undefined) && (missing1 = "firstStages"))) || ((data9.bindings === undefined) && (missing1 = "bindings"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4,schemaPath:"#/properties/viommus/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs18 = errors;
for(const key1 in data9){
if(!(func1.call(schema24.properties.viommus.items.properties, key1))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4,schemaPath:"#/properties/viommus/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs18 === errors){
if(data9.name !== undefined){
const _errs19 = errors;
if(!(validate56(data9.name, {instancePath:instancePath+"/viommus/" + i4+"/name",parentData:data9,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid6 = _errs19 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.pasid !== undefined){
const _errs20 = errors;
if(typeof data9.pasid !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/pasid",schemaPath:"#/properties/viommus/items/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.nesting !== undefined){
const _errs22 = errors;
if(typeof data9.nesting !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nesting",schemaPath:"#/properties/viommus/items/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid6 = _errs22 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.iommufd !== undefined){
let data13 = data9.iommufd;
const _errs24 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs24){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 2147483647 || isNaN(data13)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/iommufd",schemaPath:"#/properties/viommus/items/properties/iommufd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.ioas !== undefined){
let data14 = data9.ioas;
const _errs26 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 4294967295 || isNaN(data14)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/ioas",schemaPath:"#/properties/viommus/items/properties/ioas/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.memory !== undefined){
let data15 = data9.memory;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data15)){
var valid7 = true;
const len5 = data15.length;
for(let i5=0; i5<len5; i5++){
const _errs30 = errors;
if(!(validate79(data15[i5], {instancePath:instancePath+"/viommus/" + i4+"/memory/" + i5,parentData:data15,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid7 = _errs30 === errors;
if(!valid7){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/memory",schemaPath:"#/properties/viommus/items/properties/memory/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.nestParents !== undefined){
let data17 = data9.nestParents;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data17)){
var valid8 = true;
const len6 = data17.length;
for(let i6=0; i6<len6; i6++){
let data18 = data17[i6];
const _errs33 = errors;
if(errors === _errs33){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if(((data18.unit === undefined) && (missing2 = "unit")) || ((data18.hwpt === undefined) && (missing2 = "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6,schemaPath:"#/properties/viommus/items/properties/nestParents/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs35 = errors;
for(const key2 in data18){
if(!((key2 === "unit") || (key2 === "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6,schemaPath:"#/properties/viommus/items/properties/nestParents/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs35 === errors){
if(data18.unit !== undefined){
const _errs36 = errors;
if(!(validate56(data18.unit, {instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6+"/unit",parentData:data18,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid9 = _errs36 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data18.hwpt !== undefined){
let data20 = data18.hwpt;
const _errs37 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs37){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 4294967295 || isNaN(data20)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data20 < 0 || isNaN(data20)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6+"/hwpt",schemaPath:"#/properties/viommus/items/properties/nestParents/items/properties/hwpt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents/" + i6,schemaPath:"#/properties/viommus/items/properties/nestParents/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs33 === errors;
if(!valid8){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/nestParents",schemaPath:"#/properties/viommus/items/properties/nestParents/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.devices !== undefined){
let data21 = data9.devices;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data21)){
var valid10 = true;
const len7 = data21.length;
for(let i7=0; i7<len7; i7++){
let data22 = data21[i7];
const _errs41 = errors;
if(errors === _errs41){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing3;
if((((((((data22.name === undefined) && (missing3 = "name")) || ((data22.address === undefined) && (missing3 = "address"))) || ((data22.unit === undefined) && (missing3 = "unit"))) || ((data22.handle === undefined) && (missing3 = "handle"))) || ((data22.ridAttached === undefined) && (missing3 = "ridAttached"))) || ((data22.ridOwner === undefined) && (missing3 = "ridOwner"))) || ((data22.maxPasidLog2 === undefined) && (missing3 = "maxPasidLog2"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7,schemaPath:"#/properties/viommus/items/properties/devices/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs43 = errors;
for(const key3 in data22){
if(!(((((((key3 === "name") || (key3 === "address")) || (key3 === "unit")) || (key3 === "handle")) || (key3 === "ridAttached")) || (key3 === "ridOwner")) || (key3 === "maxPasidLog2"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7,schemaPath:"#/properties/viommus/items/properties/devices/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs43 === errors){
if(data22.name !== undefined){
const _errs44 = errors;
if(!(validate56(data22.name, {instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/name",parentData:data22,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.address !== undefined){
const _errs45 = errors;
if(!(validate64(data22.address, {instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/address",parentData:data22,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid11 = _errs45 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.unit !== undefined){
const _errs46 = errors;
if(!(validate56(data22.unit, {instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/unit",parentData:data22,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid11 = _errs46 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.handle !== undefined){
const _errs47 = errors;
if(!(validate90(data22.handle, {instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/handle",parentData:data22,parentDataProperty:"handle",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
var valid11 = _errs47 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.ridAttached !== undefined){
const _errs48 = errors;
if(typeof data22.ridAttached !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/ridAttached",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/ridAttached/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid11 = _errs48 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.ridOwner !== undefined){
const _errs50 = errors;
if(!(validate92(data22.ridOwner, {instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/ridOwner",parentData:data22,parentDataProperty:"ridOwner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var valid11 = _errs50 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.maxPasidLog2 !== undefined){
let data29 = data22.maxPasidLog2;
const _errs51 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs51){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 32 || isNaN(data29)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32}}];
return false;
}
else {
if(data29 < 0 || isNaN(data29)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7+"/maxPasidLog2",schemaPath:"#/properties/viommus/items/properties/devices/items/properties/maxPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid11 = _errs51 === errors;
}
else {
var valid11 = true;
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
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices/" + i7,schemaPath:"#/properties/viommus/items/properties/devices/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid10 = _errs41 === errors;
if(!valid10){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/devices",schemaPath:"#/properties/viommus/items/properties/devices/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.firstStages !== undefined){
let data30 = data9.firstStages;
const _errs53 = errors;
if(errors === _errs53){
if(Array.isArray(data30)){
var valid12 = true;
const len8 = data30.length;
for(let i8=0; i8<len8; i8++){
let data31 = data30[i8];
const _errs55 = errors;
if(errors === _errs55){
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
let missing4;
if(((((((((data31.pageTable === undefined) && (missing4 = "pageTable")) || ((data31.addressWidth === undefined) && (missing4 = "addressWidth"))) || ((data31.supervisor === undefined) && (missing4 = "supervisor"))) || ((data31.writeProtect === undefined) && (missing4 = "writeProtect"))) || ((data31.extendedAccess === undefined) && (missing4 = "extendedAccess"))) || ((data31.owner === undefined) && (missing4 = "owner"))) || ((data31.unit === undefined) && (missing4 = "unit"))) || ((data31.hwpt === undefined) && (missing4 = "hwpt"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8,schemaPath:"#/properties/viommus/items/properties/firstStages/items/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs57 = errors;
for(const key4 in data31){
if(!(func1.call(schema24.properties.viommus.items.properties.firstStages.items.properties, key4))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8,schemaPath:"#/properties/viommus/items/properties/firstStages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs57 === errors){
if(data31.pageTable !== undefined){
const _errs58 = errors;
if(!(validate81(data31.pageTable, {instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/pageTable",parentData:data31,parentDataProperty:"pageTable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
var valid13 = _errs58 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.addressWidth !== undefined){
let data33 = data31.addressWidth;
const _errs59 = errors;
if(!((data33 === 48) || (data33 === 57))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/addressWidth",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema24.properties.viommus.items.properties.firstStages.items.properties.addressWidth.enum}}];
return false;
}
var valid13 = _errs59 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.supervisor !== undefined){
const _errs60 = errors;
if(typeof data31.supervisor !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/supervisor",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs60 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.writeProtect !== undefined){
const _errs62 = errors;
if(typeof data31.writeProtect !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/writeProtect",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs62 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.extendedAccess !== undefined){
const _errs64 = errors;
if(typeof data31.extendedAccess !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/extendedAccess",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid13 = _errs64 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.owner !== undefined){
const _errs66 = errors;
if(!(validate92(data31.owner, {instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/owner",parentData:data31,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var valid13 = _errs66 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.unit !== undefined){
const _errs67 = errors;
if(!(validate56(data31.unit, {instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/unit",parentData:data31,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid13 = _errs67 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.hwpt !== undefined){
let data39 = data31.hwpt;
const _errs68 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs68){
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 4294967295 || isNaN(data39)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295}}];
return false;
}
else {
if(data39 < 0 || isNaN(data39)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/hwpt",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/hwpt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid13 = _errs68 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data31.separate !== undefined){
const _errs70 = errors;
if(true !== data31.separate){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8+"/separate",schemaPath:"#/properties/viommus/items/properties/firstStages/items/properties/separate/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid13 = _errs70 === errors;
}
else {
var valid13 = true;
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
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages/" + i8,schemaPath:"#/properties/viommus/items/properties/firstStages/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid12 = _errs55 === errors;
if(!valid12){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/firstStages",schemaPath:"#/properties/viommus/items/properties/firstStages/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid6 = _errs53 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.bindings !== undefined){
let data41 = data9.bindings;
const _errs71 = errors;
if(errors === _errs71){
if(Array.isArray(data41)){
var valid14 = true;
const len9 = data41.length;
for(let i9=0; i9<len9; i9++){
let data42 = data41[i9];
const _errs73 = errors;
if(errors === _errs73){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
let missing5;
if(((((((data42.owner === undefined) && (missing5 = "owner")) || ((data42.device === undefined) && (missing5 = "device"))) || ((data42.first === undefined) && (missing5 = "first"))) || ((data42.last === undefined) && (missing5 = "last"))) || ((data42.domain === undefined) && (missing5 = "domain"))) || ((data42.to === undefined) && (missing5 = "to"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9,schemaPath:"#/properties/viommus/items/properties/bindings/items/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs75 = errors;
for(const key5 in data42){
if(!((((((key5 === "owner") || (key5 === "device")) || (key5 === "first")) || (key5 === "last")) || (key5 === "domain")) || (key5 === "to"))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9,schemaPath:"#/properties/viommus/items/properties/bindings/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs75 === errors){
if(data42.owner !== undefined){
const _errs76 = errors;
if(!(validate92(data42.owner, {instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/owner",parentData:data42,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var valid15 = _errs76 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data42.device !== undefined){
const _errs77 = errors;
if(!(validate56(data42.device, {instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/device",parentData:data42,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid15 = _errs77 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data42.first !== undefined){
let data45 = data42.first;
const _errs78 = errors;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs78){
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1048575 || isNaN(data45)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data45 < 0 || isNaN(data45)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/first",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid15 = _errs78 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data42.last !== undefined){
let data46 = data42.last;
const _errs80 = errors;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs80){
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 1048575 || isNaN(data46)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data46 < 0 || isNaN(data46)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/last",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid15 = _errs80 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data42.domain !== undefined){
let data47 = data42.domain;
const _errs82 = errors;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs82){
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 65535 || isNaN(data47)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data47 < 0 || isNaN(data47)){
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/domain",schemaPath:"#/properties/viommus/items/properties/bindings/items/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid15 = _errs82 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data42.to !== undefined){
const _errs84 = errors;
if(!(validate99(data42.to, {instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9+"/to",parentData:data42,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid15 = _errs84 === errors;
}
else {
var valid15 = true;
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
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings/" + i9,schemaPath:"#/properties/viommus/items/properties/bindings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid14 = _errs73 === errors;
if(!valid14){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4+"/bindings",schemaPath:"#/properties/viommus/items/properties/bindings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid6 = _errs71 === errors;
}
else {
var valid6 = true;
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
validate61.errors = [{instancePath:instancePath+"/viommus/" + i4,schemaPath:"#/properties/viommus/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid5 = _errs16 === errors;
if(!valid5){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/viommus",schemaPath:"#/properties/viommus/type",keyword:"type",params:{type: "array"}}];
return false;
}
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

