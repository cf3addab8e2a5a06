// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.
"use strict";
export const validateSavedPlan = validate53;
const schema20 = {"type":"object","properties":{"backend":{"$ref":"#/$defs/backend"},"plan":{"$ref":"#/$defs/plan"},"spec":{"type":"array","description":"The text of the spec, by file, as it was read.","items":{"type":"object","properties":{"file":{"$ref":"#/$defs/text"},"text":{"$ref":"#/$defs/text"}},"required":["file","text"],"additionalProperties":false}},"facts":{"type":"object","additionalProperties":{"$ref":"#/$defs/text"}}},"required":["backend","plan","spec","facts"],"additionalProperties":false,"description":"The record of a saved plan, version 3."};
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

const schema22 = {"type":"object","properties":{"steps":{"type":"array","items":{"type":"object","properties":{"step":{"$ref":"#/$defs/step"},"reason":{"enum":["wanted","changed","unwanted","needed","unused","rebuild"]},"disruption":{"enum":["live","dma-fault","device-reset","vm-restart","host-reboot"]}},"required":["step","reason","disruption"],"additionalProperties":false}}},"required":["steps"],"additionalProperties":false};
const schema23 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"enum":["load-module","unload-module"]},"module":{"$ref":"#/$defs/driver"}},"required":["kind","module"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["take-device","give-back-device","keep-device","reclaim-device"]},"handover":{"$ref":"#/$defs/handover"},"driver":{"$ref":"#/$defs/driver"}},"required":["kind","handover","driver"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["create-file","remove-file"]},"file":{"$ref":"#/$defs/path"},"sizeBytes":{"$ref":"#/$defs/bigint"}},"required":["kind","file","sizeBytes"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["open-viommu","close-viommu"]},"viommu":{"$ref":"#/$defs/text"},"pasid":{"type":"boolean"},"nesting":{"type":"boolean"}},"required":["kind","viommu","pasid","nesting"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["bind-device","release-device"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"unit":{"$ref":"#/$defs/text"},"needPasidLog2":{"type":"integer","minimum":0,"maximum":20}},"required":["kind","viommu","device","address","unit","needPasidLog2"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["map-memory","unmap-memory"]},"viommu":{"$ref":"#/$defs/text"},"memory":{"$ref":"#/$defs/memory"}},"required":["kind","viommu","memory"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-parent","free-parent"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"}},"required":["kind","viommu","unit","device"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-rid","detach-rid"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-first-stage","free-first-stage"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"}},"required":["kind","viommu","unit","device","stage"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-pasids","detach-pasids"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"replace-pasids"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"from":{"$ref":"#/$defs/hwptRef"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","from","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"set-domain"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"from":{"type":"integer","minimum":0,"maximum":65535},"to":{"type":"integer","minimum":0,"maximum":65535}},"required":["kind","viommu","device","first","last","from","to"],"additionalProperties":false}]};
const schema24 = {"type":"string","pattern":"^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"};
const pattern3 = new RegExp("^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "u");

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
if(typeof data === "string"){
if(!pattern3.test(data)){
validate58.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}}];
return false;
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}
validate58.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema25 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"formerDriver":{"anyOf":[{"$ref":"#/$defs/driver"},{"type":"null"}]},"formerOverride":{"anyOf":[{"$ref":"#/$defs/text"},{"type":"null"}]},"release":{"enum":["restore","keep"]}},"required":["device","address","formerDriver","formerOverride","release"],"additionalProperties":false};
const schema26 = {"description":"Any text that is not written like a 64-bit value.","type":"string","not":{"pattern":"^0x[0-9a-f]+n$"}};
const pattern4 = new RegExp("^0x[0-9a-f]+n$", "u");

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
if(typeof data !== "string"){
validate62.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
const _errs1 = errors;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern4.test(data)){
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
validate62.errors = [{instancePath,schemaPath:"#/not",keyword:"not",params:{}}];
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
validate62.errors = vErrors;
return errors === 0;
}
validate62.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema27 = {"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
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
if((((((data.device === undefined) && (missing0 = "device")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.formerDriver === undefined) && (missing0 = "formerDriver"))) || ((data.formerOverride === undefined) && (missing0 = "formerOverride"))) || ((data.release === undefined) && (missing0 = "release"))){
validate61.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "device") || (key0 === "address")) || (key0 === "formerDriver")) || (key0 === "formerOverride")) || (key0 === "release"))){
validate61.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.device !== undefined){
const _errs2 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
if(!(validate58(data2, {instancePath:instancePath+"/formerDriver",parentData:data,parentDataProperty:"formerDriver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
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
validate61.errors = vErrors;
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
if(!(validate62(data3, {instancePath:instancePath+"/formerOverride",parentData:data,parentDataProperty:"formerOverride",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
validate61.errors = vErrors;
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
validate61.errors = [{instancePath:instancePath+"/release",schemaPath:"#/properties/release/enum",keyword:"enum",params:{allowedValues: schema25.properties.release.enum}}];
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
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema28 = {"type":"string","pattern":"^/[^\\u0000]{0,4094}$"};
const pattern6 = new RegExp("^/[^\\u0000]{0,4094}$", "u");

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
if(!pattern6.test(data)){
validate76.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000]{0,4094}$"}}];
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

const schema29 = {"description":"A 64-bit value, as bigint-json.ts writes it.","type":"string","pattern":"^0x[0-9a-f]{1,16}n$"};
const pattern7 = new RegExp("^0x[0-9a-f]{1,16}n$", "u");

function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate78.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern7.test(data)){
validate78.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}n$"}}];
return false;
}
}
else {
validate78.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate78.errors = vErrors;
return errors === 0;
}
validate78.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema30 = {"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"offsetBytes":{"$ref":"#/$defs/bigint"},"sizeBytes":{"$ref":"#/$defs/bigint"},"guestAddress":{"$ref":"#/$defs/bigint"}},"required":["file","offsetBytes","sizeBytes","guestAddress"],"additionalProperties":false};

function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate93.evaluated;
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
validate93.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "file") || (key0 === "offsetBytes")) || (key0 === "sizeBytes")) || (key0 === "guestAddress"))){
validate93.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.file !== undefined){
const _errs2 = errors;
if(!(validate76(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
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
if(!(validate78(data.offsetBytes, {instancePath:instancePath+"/offsetBytes",parentData:data,parentDataProperty:"offsetBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
if(!(validate78(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
if(!(validate78(data.guestAddress, {instancePath:instancePath+"/guestAddress",parentData:data,parentDataProperty:"guestAddress",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
validate93.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate93.errors = vErrors;
return errors === 0;
}
validate93.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"parent"},"unit":{"$ref":"#/$defs/text"}},"required":["kind","unit"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"first-stage"},"unit":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"},"owner":{"$ref":"#/$defs/owner"},"separate":{"anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"null"}]}},"required":["kind","unit","stage","owner","separate"],"additionalProperties":false}]};
const schema32 = {"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess"],"additionalProperties":false};

function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate112.evaluated;
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
validate112.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "pageTable") || (key0 === "addressWidth")) || (key0 === "supervisor")) || (key0 === "writeProtect")) || (key0 === "extendedAccess"))){
validate112.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.pageTable !== undefined){
const _errs2 = errors;
if(!(validate78(data.pageTable, {instancePath:instancePath+"/pageTable",parentData:data,parentDataProperty:"pageTable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
validate112.errors = [{instancePath:instancePath+"/addressWidth",schemaPath:"#/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema32.properties.addressWidth.enum}}];
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
validate112.errors = [{instancePath:instancePath+"/supervisor",schemaPath:"#/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
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
validate112.errors = [{instancePath:instancePath+"/writeProtect",schemaPath:"#/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
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
validate112.errors = [{instancePath:instancePath+"/extendedAccess",schemaPath:"#/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
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
validate112.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate112.errors = vErrors;
return errors === 0;
}
validate112.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema33 = {"enum":["spec","guest"]};

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate115.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!((data === "spec") || (data === "guest"))){
validate115.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
validate115.errors = vErrors;
return errors === 0;
}
validate115.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate109.evaluated;
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
validate109.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
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
validate109.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "unit"))){
validate109.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("parent" !== data.kind){
validate109.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "parent"}}];
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
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
validate109.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate109.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!(((((key1 === "kind") || (key1 === "unit")) || (key1 === "stage")) || (key1 === "owner")) || (key1 === "separate"))){
validate109.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data.kind !== undefined){
const _errs10 = errors;
if("first-stage" !== data.kind){
validate109.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "first-stage"}}];
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
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
if(!(validate112(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
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
if(!(validate115(data.owner, {instancePath:instancePath+"/owner",parentData:data,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
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
validate109.errors = vErrors;
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
validate109.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate109.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate109.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate109.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate109.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate109.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
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
validate57.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.kind;
if(typeof tag0 == "string"){
if(tag0 === "load-module"){
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.kind === undefined) && (missing1 = "kind")) || ((data.module === undefined) && (missing1 = "module"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "module"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
let data0 = data.kind;
const _errs5 = errors;
if(!((data0 === "load-module") || (data0 === "unload-module"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[0].properties.kind.enum}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.module !== undefined){
const _errs6 = errors;
if(!(validate58(data.module, {instancePath:instancePath+"/module",parentData:data,parentDataProperty:"module",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var props0 = true;
}
else if(tag0 === "unload-module"){
const _errs7 = errors;
if(errors === _errs7){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.kind === undefined) && (missing2 = "kind")) || ((data.module === undefined) && (missing2 = "module"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!((key1 === "kind") || (key1 === "module"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data.kind !== undefined){
let data2 = data.kind;
const _errs10 = errors;
if(!((data2 === "load-module") || (data2 === "unload-module"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[0].properties.kind.enum}}];
return false;
}
var valid4 = _errs10 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.module !== undefined){
const _errs11 = errors;
if(!(validate58(data.module, {instancePath:instancePath+"/module",parentData:data,parentDataProperty:"module",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "take-device"){
const _errs12 = errors;
if(errors === _errs12){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((((data.kind === undefined) && (missing3 = "kind")) || ((data.handover === undefined) && (missing3 = "handover"))) || ((data.driver === undefined) && (missing3 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs14 = errors;
for(const key2 in data){
if(!(((key2 === "kind") || (key2 === "handover")) || (key2 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs14 === errors){
if(data.kind !== undefined){
let data4 = data.kind;
const _errs15 = errors;
if(!((((data4 === "take-device") || (data4 === "give-back-device")) || (data4 === "keep-device")) || (data4 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid6 = _errs15 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.handover !== undefined){
const _errs16 = errors;
if(!(validate61(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid6 = _errs16 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.driver !== undefined){
const _errs17 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid6 = _errs17 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "give-back-device"){
const _errs18 = errors;
if(errors === _errs18){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.kind === undefined) && (missing4 = "kind")) || ((data.handover === undefined) && (missing4 = "handover"))) || ((data.driver === undefined) && (missing4 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs20 = errors;
for(const key3 in data){
if(!(((key3 === "kind") || (key3 === "handover")) || (key3 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs20 === errors){
if(data.kind !== undefined){
let data7 = data.kind;
const _errs21 = errors;
if(!((((data7 === "take-device") || (data7 === "give-back-device")) || (data7 === "keep-device")) || (data7 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid8 = _errs21 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.handover !== undefined){
const _errs22 = errors;
if(!(validate61(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid8 = _errs22 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.driver !== undefined){
const _errs23 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid8 = _errs23 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "keep-device"){
const _errs24 = errors;
if(errors === _errs24){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((((data.kind === undefined) && (missing5 = "kind")) || ((data.handover === undefined) && (missing5 = "handover"))) || ((data.driver === undefined) && (missing5 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs26 = errors;
for(const key4 in data){
if(!(((key4 === "kind") || (key4 === "handover")) || (key4 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs26 === errors){
if(data.kind !== undefined){
let data10 = data.kind;
const _errs27 = errors;
if(!((((data10 === "take-device") || (data10 === "give-back-device")) || (data10 === "keep-device")) || (data10 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid10 = _errs27 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data.handover !== undefined){
const _errs28 = errors;
if(!(validate61(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid10 = _errs28 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data.driver !== undefined){
const _errs29 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid10 = _errs29 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "reclaim-device"){
const _errs30 = errors;
if(errors === _errs30){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((((data.kind === undefined) && (missing6 = "kind")) || ((data.handover === undefined) && (missing6 = "handover"))) || ((data.driver === undefined) && (missing6 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs32 = errors;
for(const key5 in data){
if(!(((key5 === "kind") || (key5 === "handover")) || (key5 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs32 === errors){
if(data.kind !== undefined){
let data13 = data.kind;
const _errs33 = errors;
if(!((((data13 === "take-device") || (data13 === "give-back-device")) || (data13 === "keep-device")) || (data13 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid12 = _errs33 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data.handover !== undefined){
const _errs34 = errors;
if(!(validate61(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid12 = _errs34 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data.driver !== undefined){
const _errs35 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid12 = _errs35 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "create-file"){
const _errs36 = errors;
if(errors === _errs36){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((((data.kind === undefined) && (missing7 = "kind")) || ((data.file === undefined) && (missing7 = "file"))) || ((data.sizeBytes === undefined) && (missing7 = "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
const _errs38 = errors;
for(const key6 in data){
if(!(((key6 === "kind") || (key6 === "file")) || (key6 === "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs38 === errors){
if(data.kind !== undefined){
let data16 = data.kind;
const _errs39 = errors;
if(!((data16 === "create-file") || (data16 === "remove-file"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[2].properties.kind.enum}}];
return false;
}
var valid14 = _errs39 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data.file !== undefined){
const _errs40 = errors;
if(!(validate76(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid14 = _errs40 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data.sizeBytes !== undefined){
const _errs41 = errors;
if(!(validate78(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
var valid14 = _errs41 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "remove-file"){
const _errs42 = errors;
if(errors === _errs42){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((((data.kind === undefined) && (missing8 = "kind")) || ((data.file === undefined) && (missing8 = "file"))) || ((data.sizeBytes === undefined) && (missing8 = "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
const _errs44 = errors;
for(const key7 in data){
if(!(((key7 === "kind") || (key7 === "file")) || (key7 === "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs44 === errors){
if(data.kind !== undefined){
let data19 = data.kind;
const _errs45 = errors;
if(!((data19 === "create-file") || (data19 === "remove-file"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[2].properties.kind.enum}}];
return false;
}
var valid16 = _errs45 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data.file !== undefined){
const _errs46 = errors;
if(!(validate76(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid16 = _errs46 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data.sizeBytes !== undefined){
const _errs47 = errors;
if(!(validate78(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
errors = vErrors.length;
}
var valid16 = _errs47 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "open-viommu"){
const _errs48 = errors;
if(errors === _errs48){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if(((((data.kind === undefined) && (missing9 = "kind")) || ((data.viommu === undefined) && (missing9 = "viommu"))) || ((data.pasid === undefined) && (missing9 = "pasid"))) || ((data.nesting === undefined) && (missing9 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
const _errs50 = errors;
for(const key8 in data){
if(!((((key8 === "kind") || (key8 === "viommu")) || (key8 === "pasid")) || (key8 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs50 === errors){
if(data.kind !== undefined){
let data22 = data.kind;
const _errs51 = errors;
if(!((data22 === "open-viommu") || (data22 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid18 = _errs51 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data.viommu !== undefined){
const _errs52 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid18 = _errs52 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data.pasid !== undefined){
const _errs53 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/3/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs53 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data.nesting !== undefined){
const _errs55 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/3/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid18 = _errs55 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "close-viommu"){
const _errs57 = errors;
if(errors === _errs57){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if(((((data.kind === undefined) && (missing10 = "kind")) || ((data.viommu === undefined) && (missing10 = "viommu"))) || ((data.pasid === undefined) && (missing10 = "pasid"))) || ((data.nesting === undefined) && (missing10 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs59 = errors;
for(const key9 in data){
if(!((((key9 === "kind") || (key9 === "viommu")) || (key9 === "pasid")) || (key9 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs59 === errors){
if(data.kind !== undefined){
let data26 = data.kind;
const _errs60 = errors;
if(!((data26 === "open-viommu") || (data26 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid20 = _errs60 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data.viommu !== undefined){
const _errs61 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid20 = _errs61 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data.pasid !== undefined){
const _errs62 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/3/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid20 = _errs62 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data.nesting !== undefined){
const _errs64 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/3/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid20 = _errs64 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "bind-device"){
const _errs66 = errors;
if(errors === _errs66){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if(((((((data.kind === undefined) && (missing11 = "kind")) || ((data.viommu === undefined) && (missing11 = "viommu"))) || ((data.device === undefined) && (missing11 = "device"))) || ((data.address === undefined) && (missing11 = "address"))) || ((data.unit === undefined) && (missing11 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing11 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
const _errs68 = errors;
for(const key10 in data){
if(!((((((key10 === "kind") || (key10 === "viommu")) || (key10 === "device")) || (key10 === "address")) || (key10 === "unit")) || (key10 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs68 === errors){
if(data.kind !== undefined){
let data30 = data.kind;
const _errs69 = errors;
if(!((data30 === "bind-device") || (data30 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid22 = _errs69 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.viommu !== undefined){
const _errs70 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid22 = _errs70 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.device !== undefined){
const _errs71 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid22 = _errs71 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.address !== undefined){
const _errs72 = errors;
if(!(validate64(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid22 = _errs72 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.unit !== undefined){
const _errs73 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid22 = _errs73 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.needPasidLog2 !== undefined){
let data35 = data.needPasidLog2;
const _errs74 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs74){
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 20 || isNaN(data35)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data35 < 0 || isNaN(data35)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid22 = _errs74 === errors;
}
else {
var valid22 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "release-device"){
const _errs76 = errors;
if(errors === _errs76){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if(((((((data.kind === undefined) && (missing12 = "kind")) || ((data.viommu === undefined) && (missing12 = "viommu"))) || ((data.device === undefined) && (missing12 = "device"))) || ((data.address === undefined) && (missing12 = "address"))) || ((data.unit === undefined) && (missing12 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing12 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
const _errs78 = errors;
for(const key11 in data){
if(!((((((key11 === "kind") || (key11 === "viommu")) || (key11 === "device")) || (key11 === "address")) || (key11 === "unit")) || (key11 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs78 === errors){
if(data.kind !== undefined){
let data36 = data.kind;
const _errs79 = errors;
if(!((data36 === "bind-device") || (data36 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid24 = _errs79 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.viommu !== undefined){
const _errs80 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid24 = _errs80 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.device !== undefined){
const _errs81 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid24 = _errs81 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.address !== undefined){
const _errs82 = errors;
if(!(validate64(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid24 = _errs82 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.unit !== undefined){
const _errs83 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid24 = _errs83 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.needPasidLog2 !== undefined){
let data41 = data.needPasidLog2;
const _errs84 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs84){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 20 || isNaN(data41)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data41 < 0 || isNaN(data41)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/4/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid24 = _errs84 === errors;
}
else {
var valid24 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "map-memory"){
const _errs86 = errors;
if(errors === _errs86){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if((((data.kind === undefined) && (missing13 = "kind")) || ((data.viommu === undefined) && (missing13 = "viommu"))) || ((data.memory === undefined) && (missing13 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
const _errs88 = errors;
for(const key12 in data){
if(!(((key12 === "kind") || (key12 === "viommu")) || (key12 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];
return false;
break;
}
}
if(_errs88 === errors){
if(data.kind !== undefined){
let data42 = data.kind;
const _errs89 = errors;
if(!((data42 === "map-memory") || (data42 === "unmap-memory"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid26 = _errs89 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.viommu !== undefined){
const _errs90 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid26 = _errs90 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.memory !== undefined){
const _errs91 = errors;
if(!(validate93(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
var valid26 = _errs91 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "unmap-memory"){
const _errs92 = errors;
if(errors === _errs92){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if((((data.kind === undefined) && (missing14 = "kind")) || ((data.viommu === undefined) && (missing14 = "viommu"))) || ((data.memory === undefined) && (missing14 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
const _errs94 = errors;
for(const key13 in data){
if(!(((key13 === "kind") || (key13 === "viommu")) || (key13 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];
return false;
break;
}
}
if(_errs94 === errors){
if(data.kind !== undefined){
let data45 = data.kind;
const _errs95 = errors;
if(!((data45 === "map-memory") || (data45 === "unmap-memory"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid28 = _errs95 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.viommu !== undefined){
const _errs96 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid28 = _errs96 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.memory !== undefined){
const _errs97 = errors;
if(!(validate93(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
var valid28 = _errs97 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "alloc-parent"){
const _errs98 = errors;
if(errors === _errs98){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if(((((data.kind === undefined) && (missing15 = "kind")) || ((data.viommu === undefined) && (missing15 = "viommu"))) || ((data.unit === undefined) && (missing15 = "unit"))) || ((data.device === undefined) && (missing15 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing15}}];
return false;
}
else {
const _errs100 = errors;
for(const key14 in data){
if(!((((key14 === "kind") || (key14 === "viommu")) || (key14 === "unit")) || (key14 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];
return false;
break;
}
}
if(_errs100 === errors){
if(data.kind !== undefined){
let data48 = data.kind;
const _errs101 = errors;
if(!((data48 === "alloc-parent") || (data48 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/6/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[6].properties.kind.enum}}];
return false;
}
var valid30 = _errs101 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.viommu !== undefined){
const _errs102 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid30 = _errs102 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.unit !== undefined){
const _errs103 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid30 = _errs103 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.device !== undefined){
const _errs104 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid30 = _errs104 === errors;
}
else {
var valid30 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "free-parent"){
const _errs105 = errors;
if(errors === _errs105){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if(((((data.kind === undefined) && (missing16 = "kind")) || ((data.viommu === undefined) && (missing16 = "viommu"))) || ((data.unit === undefined) && (missing16 = "unit"))) || ((data.device === undefined) && (missing16 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing16}}];
return false;
}
else {
const _errs107 = errors;
for(const key15 in data){
if(!((((key15 === "kind") || (key15 === "viommu")) || (key15 === "unit")) || (key15 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];
return false;
break;
}
}
if(_errs107 === errors){
if(data.kind !== undefined){
let data52 = data.kind;
const _errs108 = errors;
if(!((data52 === "alloc-parent") || (data52 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/6/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[6].properties.kind.enum}}];
return false;
}
var valid32 = _errs108 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.viommu !== undefined){
const _errs109 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid32 = _errs109 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.unit !== undefined){
const _errs110 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid32 = _errs110 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.device !== undefined){
const _errs111 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid32 = _errs111 === errors;
}
else {
var valid32 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "attach-rid"){
const _errs112 = errors;
if(errors === _errs112){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if(((((data.kind === undefined) && (missing17 = "kind")) || ((data.viommu === undefined) && (missing17 = "viommu"))) || ((data.device === undefined) && (missing17 = "device"))) || ((data.to === undefined) && (missing17 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing17}}];
return false;
}
else {
const _errs114 = errors;
for(const key16 in data){
if(!((((key16 === "kind") || (key16 === "viommu")) || (key16 === "device")) || (key16 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];
return false;
break;
}
}
if(_errs114 === errors){
if(data.kind !== undefined){
let data56 = data.kind;
const _errs115 = errors;
if(!((data56 === "attach-rid") || (data56 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid34 = _errs115 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.viommu !== undefined){
const _errs116 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid34 = _errs116 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.device !== undefined){
const _errs117 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid34 = _errs117 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.to !== undefined){
const _errs118 = errors;
if(!(validate109(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid34 = _errs118 === errors;
}
else {
var valid34 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "detach-rid"){
const _errs119 = errors;
if(errors === _errs119){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if(((((data.kind === undefined) && (missing18 = "kind")) || ((data.viommu === undefined) && (missing18 = "viommu"))) || ((data.device === undefined) && (missing18 = "device"))) || ((data.to === undefined) && (missing18 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing18}}];
return false;
}
else {
const _errs121 = errors;
for(const key17 in data){
if(!((((key17 === "kind") || (key17 === "viommu")) || (key17 === "device")) || (key17 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs121 === errors){
if(data.kind !== undefined){
let data60 = data.kind;
const _errs122 = errors;
if(!((data60 === "attach-rid") || (data60 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid36 = _errs122 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.viommu !== undefined){
const _errs123 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid36 = _errs123 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.device !== undefined){
const _errs124 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid36 = _errs124 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.to !== undefined){
const _errs125 = errors;
if(!(validate109(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid36 = _errs125 === errors;
}
else {
var valid36 = true;
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "alloc-first-stage"){
const _errs126 = errors;
if(errors === _errs126){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if((((((data.kind === undefined) && (missing19 = "kind")) || ((data.viommu === undefined) && (missing19 = "viommu"))) || ((data.unit === undefined) && (missing19 = "unit"))) || ((data.device === undefined) && (missing19 = "device"))) || ((data.stage === undefined) && (missing19 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing19}}];
return false;
}
else {
const _errs128 = errors;
for(const key18 in data){
if(!(((((key18 === "kind") || (key18 === "viommu")) || (key18 === "unit")) || (key18 === "device")) || (key18 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];
return false;
break;
}
}
if(_errs128 === errors){
if(data.kind !== undefined){
let data64 = data.kind;
const _errs129 = errors;
if(!((data64 === "alloc-first-stage") || (data64 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid38 = _errs129 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.viommu !== undefined){
const _errs130 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid38 = _errs130 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.unit !== undefined){
const _errs131 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid38 = _errs131 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.device !== undefined){
const _errs132 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid38 = _errs132 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.stage !== undefined){
const _errs133 = errors;
if(!(validate112(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid38 = _errs133 === errors;
}
else {
var valid38 = true;
}
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "free-first-stage"){
const _errs134 = errors;
if(errors === _errs134){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if((((((data.kind === undefined) && (missing20 = "kind")) || ((data.viommu === undefined) && (missing20 = "viommu"))) || ((data.unit === undefined) && (missing20 = "unit"))) || ((data.device === undefined) && (missing20 = "device"))) || ((data.stage === undefined) && (missing20 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing20}}];
return false;
}
else {
const _errs136 = errors;
for(const key19 in data){
if(!(((((key19 === "kind") || (key19 === "viommu")) || (key19 === "unit")) || (key19 === "device")) || (key19 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}}];
return false;
break;
}
}
if(_errs136 === errors){
if(data.kind !== undefined){
let data69 = data.kind;
const _errs137 = errors;
if(!((data69 === "alloc-first-stage") || (data69 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid40 = _errs137 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.viommu !== undefined){
const _errs138 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid40 = _errs138 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.unit !== undefined){
const _errs139 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid40 = _errs139 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.device !== undefined){
const _errs140 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid40 = _errs140 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.stage !== undefined){
const _errs141 = errors;
if(!(validate112(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid40 = _errs141 === errors;
}
else {
var valid40 = true;
}
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "attach-pasids"){
const _errs142 = errors;
if(errors === _errs142){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((((((((data.kind === undefined) && (missing21 = "kind")) || ((data.viommu === undefined) && (missing21 = "viommu"))) || ((data.device === undefined) && (missing21 = "device"))) || ((data.first === undefined) && (missing21 = "first"))) || ((data.last === undefined) && (missing21 = "last"))) || ((data.domain === undefined) && (missing21 = "domain"))) || ((data.to === undefined) && (missing21 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing21}}];
return false;
}
else {
const _errs144 = errors;
for(const key20 in data){
if(!(((((((key20 === "kind") || (key20 === "viommu")) || (key20 === "device")) || (key20 === "first")) || (key20 === "last")) || (key20 === "domain")) || (key20 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}}];
return false;
break;
}
}
if(_errs144 === errors){
if(data.kind !== undefined){
let data74 = data.kind;
const _errs145 = errors;
if(!((data74 === "attach-pasids") || (data74 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid42 = _errs145 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.viommu !== undefined){
const _errs146 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid42 = _errs146 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.device !== undefined){
const _errs147 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid42 = _errs147 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.first !== undefined){
let data77 = data.first;
const _errs148 = errors;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs148){
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 > 1048575 || isNaN(data77)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data77 < 1 || isNaN(data77)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid42 = _errs148 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.last !== undefined){
let data78 = data.last;
const _errs150 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs150){
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 > 1048575 || isNaN(data78)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data78 < 1 || isNaN(data78)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid42 = _errs150 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.domain !== undefined){
let data79 = data.domain;
const _errs152 = errors;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs152){
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 65535 || isNaN(data79)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data79 < 0 || isNaN(data79)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid42 = _errs152 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.to !== undefined){
const _errs154 = errors;
if(!(validate109(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid42 = _errs154 === errors;
}
else {
var valid42 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "detach-pasids"){
const _errs155 = errors;
if(errors === _errs155){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((((((((data.kind === undefined) && (missing22 = "kind")) || ((data.viommu === undefined) && (missing22 = "viommu"))) || ((data.device === undefined) && (missing22 = "device"))) || ((data.first === undefined) && (missing22 = "first"))) || ((data.last === undefined) && (missing22 = "last"))) || ((data.domain === undefined) && (missing22 = "domain"))) || ((data.to === undefined) && (missing22 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing22}}];
return false;
}
else {
const _errs157 = errors;
for(const key21 in data){
if(!(((((((key21 === "kind") || (key21 === "viommu")) || (key21 === "device")) || (key21 === "first")) || (key21 === "last")) || (key21 === "domain")) || (key21 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}}];
return false;
break;
}
}
if(_errs157 === errors){
if(data.kind !== undefined){
let data81 = data.kind;
const _errs158 = errors;
if(!((data81 === "attach-pasids") || (data81 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid44 = _errs158 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.viommu !== undefined){
const _errs159 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid44 = _errs159 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.device !== undefined){
const _errs160 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid44 = _errs160 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.first !== undefined){
let data84 = data.first;
const _errs161 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs161){
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 1048575 || isNaN(data84)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data84 < 1 || isNaN(data84)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/9/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid44 = _errs161 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.last !== undefined){
let data85 = data.last;
const _errs163 = errors;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs163){
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 > 1048575 || isNaN(data85)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data85 < 1 || isNaN(data85)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/9/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid44 = _errs163 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.domain !== undefined){
let data86 = data.domain;
const _errs165 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs165){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 > 65535 || isNaN(data86)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data86 < 0 || isNaN(data86)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/9/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid44 = _errs165 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.to !== undefined){
const _errs167 = errors;
if(!(validate109(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid44 = _errs167 === errors;
}
else {
var valid44 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "replace-pasids"){
const _errs168 = errors;
if(errors === _errs168){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if(((((((((data.kind === undefined) && (missing23 = "kind")) || ((data.viommu === undefined) && (missing23 = "viommu"))) || ((data.device === undefined) && (missing23 = "device"))) || ((data.first === undefined) && (missing23 = "first"))) || ((data.last === undefined) && (missing23 = "last"))) || ((data.domain === undefined) && (missing23 = "domain"))) || ((data.from === undefined) && (missing23 = "from"))) || ((data.to === undefined) && (missing23 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: missing23}}];
return false;
}
else {
const _errs170 = errors;
for(const key22 in data){
if(!((((((((key22 === "kind") || (key22 === "viommu")) || (key22 === "device")) || (key22 === "first")) || (key22 === "last")) || (key22 === "domain")) || (key22 === "from")) || (key22 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}}];
return false;
break;
}
}
if(_errs170 === errors){
if(data.kind !== undefined){
const _errs171 = errors;
if("replace-pasids" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/10/properties/kind/const",keyword:"const",params:{allowedValue: "replace-pasids"}}];
return false;
}
var valid46 = _errs171 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.viommu !== undefined){
const _errs172 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid46 = _errs172 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.device !== undefined){
const _errs173 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid46 = _errs173 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.first !== undefined){
let data91 = data.first;
const _errs174 = errors;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs174){
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 1048575 || isNaN(data91)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data91 < 1 || isNaN(data91)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid46 = _errs174 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.last !== undefined){
let data92 = data.last;
const _errs176 = errors;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs176){
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 1048575 || isNaN(data92)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data92 < 1 || isNaN(data92)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid46 = _errs176 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.domain !== undefined){
let data93 = data.domain;
const _errs178 = errors;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs178){
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 65535 || isNaN(data93)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data93 < 0 || isNaN(data93)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid46 = _errs178 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.from !== undefined){
const _errs180 = errors;
if(!(validate109(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid46 = _errs180 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.to !== undefined){
const _errs181 = errors;
if(!(validate109(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
var valid46 = _errs181 === errors;
}
else {
var valid46 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "set-domain"){
const _errs182 = errors;
if(errors === _errs182){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((((((((data.kind === undefined) && (missing24 = "kind")) || ((data.viommu === undefined) && (missing24 = "viommu"))) || ((data.device === undefined) && (missing24 = "device"))) || ((data.first === undefined) && (missing24 = "first"))) || ((data.last === undefined) && (missing24 = "last"))) || ((data.from === undefined) && (missing24 = "from"))) || ((data.to === undefined) && (missing24 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/required",keyword:"required",params:{missingProperty: missing24}}];
return false;
}
else {
const _errs184 = errors;
for(const key23 in data){
if(!(((((((key23 === "kind") || (key23 === "viommu")) || (key23 === "device")) || (key23 === "first")) || (key23 === "last")) || (key23 === "from")) || (key23 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}}];
return false;
break;
}
}
if(_errs184 === errors){
if(data.kind !== undefined){
const _errs185 = errors;
if("set-domain" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/11/properties/kind/const",keyword:"const",params:{allowedValue: "set-domain"}}];
return false;
}
var valid48 = _errs185 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.viommu !== undefined){
const _errs186 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid48 = _errs186 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.device !== undefined){
const _errs187 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid48 = _errs187 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.first !== undefined){
let data99 = data.first;
const _errs188 = errors;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs188){
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 1048575 || isNaN(data99)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data99 < 1 || isNaN(data99)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid48 = _errs188 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.last !== undefined){
let data100 = data.last;
const _errs190 = errors;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs190){
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 1048575 || isNaN(data100)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data100 < 1 || isNaN(data100)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid48 = _errs190 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.from !== undefined){
let data101 = data.from;
const _errs192 = errors;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/11/properties/from/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs192){
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 65535 || isNaN(data101)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/11/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data101 < 0 || isNaN(data101)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/11/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid48 = _errs192 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.to !== undefined){
let data102 = data.to;
const _errs194 = errors;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/11/properties/to/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs194){
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 65535 || isNaN(data102)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/11/properties/to/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data102 < 0 || isNaN(data102)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/11/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid48 = _errs194 === errors;
}
else {
var valid48 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate57.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate57.evaluated = {"dynamicProps":true,"dynamicItems":false};


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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.steps === undefined) && (missing0 = "steps")){
validate56.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "steps")){
validate56.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.steps !== undefined){
let data0 = data.steps;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((data1.step === undefined) && (missing1 = "step")) || ((data1.reason === undefined) && (missing1 = "reason"))) || ((data1.disruption === undefined) && (missing1 = "disruption"))){
validate56.errors = [{instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs6 = errors;
for(const key1 in data1){
if(!(((key1 === "step") || (key1 === "reason")) || (key1 === "disruption"))){
validate56.errors = [{instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.step !== undefined){
const _errs7 = errors;
if(!(validate57(data1.step, {instancePath:instancePath+"/steps/" + i0+"/step",parentData:data1,parentDataProperty:"step",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.reason !== undefined){
let data3 = data1.reason;
const _errs8 = errors;
if(!((((((data3 === "wanted") || (data3 === "changed")) || (data3 === "unwanted")) || (data3 === "needed")) || (data3 === "unused")) || (data3 === "rebuild"))){
validate56.errors = [{instancePath:instancePath+"/steps/" + i0+"/reason",schemaPath:"#/properties/steps/items/properties/reason/enum",keyword:"enum",params:{allowedValues: schema22.properties.steps.items.properties.reason.enum}}];
return false;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.disruption !== undefined){
let data4 = data1.disruption;
const _errs9 = errors;
if(!(((((data4 === "live") || (data4 === "dma-fault")) || (data4 === "device-reset")) || (data4 === "vm-restart")) || (data4 === "host-reboot"))){
validate56.errors = [{instancePath:instancePath+"/steps/" + i0+"/disruption",schemaPath:"#/properties/steps/items/properties/disruption/enum",keyword:"enum",params:{allowedValues: schema22.properties.steps.items.properties.disruption.enum}}];
return false;
}
var valid2 = _errs9 === errors;
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
validate56.errors = [{instancePath:instancePath+"/steps/" + i0,schemaPath:"#/properties/steps/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/steps",schemaPath:"#/properties/steps/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
}
}
}
}
else {
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(((((data.backend === undefined) && (missing0 = "backend")) || ((data.plan === undefined) && (missing0 = "plan"))) || ((data.spec === undefined) && (missing0 = "spec"))) || ((data.facts === undefined) && (missing0 = "facts"))){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "backend") || (key0 === "plan")) || (key0 === "spec")) || (key0 === "facts"))){
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
if(data.plan !== undefined){
const _errs3 = errors;
if(!(validate56(data.plan, {instancePath:instancePath+"/plan",parentData:data,parentDataProperty:"plan",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spec !== undefined){
let data2 = data.spec;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.file === undefined) && (missing1 = "file")) || ((data3.text === undefined) && (missing1 = "text"))){
validate53.errors = [{instancePath:instancePath+"/spec/" + i0,schemaPath:"#/properties/spec/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs8 = errors;
for(const key1 in data3){
if(!((key1 === "file") || (key1 === "text"))){
validate53.errors = [{instancePath:instancePath+"/spec/" + i0,schemaPath:"#/properties/spec/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs8 === errors){
if(data3.file !== undefined){
const _errs9 = errors;
if(!(validate62(data3.file, {instancePath:instancePath+"/spec/" + i0+"/file",parentData:data3,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.text !== undefined){
const _errs10 = errors;
if(!(validate62(data3.text, {instancePath:instancePath+"/spec/" + i0+"/text",parentData:data3,parentDataProperty:"text",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/spec/" + i0,schemaPath:"#/properties/spec/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.facts !== undefined){
let data6 = data.facts;
const _errs11 = errors;
if(errors === _errs11){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
const _errs14 = errors;
if(!(validate62(data6[key2], {instancePath:instancePath+"/facts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "object"}}];
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
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

