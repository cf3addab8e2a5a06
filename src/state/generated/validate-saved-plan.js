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
const schema23 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"enum":["load-module","unload-module"]},"module":{"$ref":"#/$defs/driver"}},"required":["kind","module"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["take-device","give-back-device","keep-device","reclaim-device"]},"handover":{"$ref":"#/$defs/handover"},"driver":{"$ref":"#/$defs/driver"}},"required":["kind","handover","driver"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["create-file","remove-file"]},"file":{"$ref":"#/$defs/path"},"sizeBytes":{"$ref":"#/$defs/bigint"}},"required":["kind","file","sizeBytes"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["make-vfs","remove-vfs"]},"vfs":{"$ref":"#/$defs/vfs"}},"required":["kind","vfs"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["open-viommu","close-viommu"]},"viommu":{"$ref":"#/$defs/text"},"pasid":{"type":"boolean"},"nesting":{"type":"boolean"}},"required":["kind","viommu","pasid","nesting"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["bind-device","release-device"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"unit":{"$ref":"#/$defs/text"},"needPasidLog2":{"type":"integer","minimum":0,"maximum":20}},"required":["kind","viommu","device","address","unit","needPasidLog2"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["map-memory","unmap-memory"]},"viommu":{"$ref":"#/$defs/text"},"memory":{"$ref":"#/$defs/memory"}},"required":["kind","viommu","memory"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-parent","free-parent"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"}},"required":["kind","viommu","unit","device"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-rid","detach-rid"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-first-stage","free-first-stage"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"}},"required":["kind","viommu","unit","device","stage"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-pasids","detach-pasids"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"replace-pasids"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"from":{"$ref":"#/$defs/hwptRef"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","from","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"set-domain"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"from":{"type":"integer","minimum":0,"maximum":65535},"to":{"type":"integer","minimum":0,"maximum":65535}},"required":["kind","viommu","device","first","last","from","to"],"additionalProperties":false}]};
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

const schema30 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"count":{"type":"integer","minimum":1,"maximum":65535},"formerCount":{"type":"integer","minimum":0,"maximum":65535},"addresses":{"type":"array","items":{"$ref":"#/$defs/address"},"maxItems":65535}},"required":["device","address","count","formerCount","addresses"],"additionalProperties":false};

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate82.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.device === undefined) && (missing0 = "device")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.count === undefined) && (missing0 = "count"))) || ((data.formerCount === undefined) && (missing0 = "formerCount"))) || ((data.addresses === undefined) && (missing0 = "addresses"))){
validate82.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "device") || (key0 === "address")) || (key0 === "count")) || (key0 === "formerCount")) || (key0 === "addresses"))){
validate82.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
if(data.count !== undefined){
let data2 = data.count;
const _errs4 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate82.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
validate82.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data2 < 1 || isNaN(data2)){
validate82.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.formerCount !== undefined){
let data3 = data.formerCount;
const _errs6 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate82.errors = [{instancePath:instancePath+"/formerCount",schemaPath:"#/properties/formerCount/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 65535 || isNaN(data3)){
validate82.errors = [{instancePath:instancePath+"/formerCount",schemaPath:"#/properties/formerCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate82.errors = [{instancePath:instancePath+"/formerCount",schemaPath:"#/properties/formerCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.addresses !== undefined){
let data4 = data.addresses;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data4)){
if(data4.length > 65535){
validate82.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 65535}}];
return false;
}
else {
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(!(validate64(data4[i0], {instancePath:instancePath+"/addresses/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate82.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/type",keyword:"type",params:{type: "array"}}];
return false;
}
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
validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"offsetBytes":{"$ref":"#/$defs/bigint"},"sizeBytes":{"$ref":"#/$defs/bigint"},"guestAddress":{"$ref":"#/$defs/bigint"}},"required":["file","offsetBytes","sizeBytes","guestAddress"],"additionalProperties":false};

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
if(((((data.file === undefined) && (missing0 = "file")) || ((data.offsetBytes === undefined) && (missing0 = "offsetBytes"))) || ((data.sizeBytes === undefined) && (missing0 = "sizeBytes"))) || ((data.guestAddress === undefined) && (missing0 = "guestAddress"))){
validate99.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "file") || (key0 === "offsetBytes")) || (key0 === "sizeBytes")) || (key0 === "guestAddress"))){
validate99.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
validate99.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate99.errors = vErrors;
return errors === 0;
}
validate99.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"parent"},"unit":{"$ref":"#/$defs/text"}},"required":["kind","unit"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"first-stage"},"unit":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"},"owner":{"$ref":"#/$defs/owner"},"separate":{"anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"null"}]}},"required":["kind","unit","stage","owner","separate"],"additionalProperties":false}]};
const schema33 = {"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess"],"additionalProperties":false};

function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate118.evaluated;
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
validate118.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "pageTable") || (key0 === "addressWidth")) || (key0 === "supervisor")) || (key0 === "writeProtect")) || (key0 === "extendedAccess"))){
validate118.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
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
validate118.errors = [{instancePath:instancePath+"/addressWidth",schemaPath:"#/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema33.properties.addressWidth.enum}}];
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
validate118.errors = [{instancePath:instancePath+"/supervisor",schemaPath:"#/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
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
validate118.errors = [{instancePath:instancePath+"/writeProtect",schemaPath:"#/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
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
validate118.errors = [{instancePath:instancePath+"/extendedAccess",schemaPath:"#/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
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
validate118.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate118.errors = vErrors;
return errors === 0;
}
validate118.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema34 = {"enum":["spec","guest"]};

function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate121.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!((data === "spec") || (data === "guest"))){
validate121.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema34.enum}}];
return false;
}
validate121.errors = vErrors;
return errors === 0;
}
validate121.evaluated = {"dynamicProps":false,"dynamicItems":false};


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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
validate115.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
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
validate115.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "unit"))){
validate115.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("parent" !== data.kind){
validate115.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "parent"}}];
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
validate115.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate115.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!(((((key1 === "kind") || (key1 === "unit")) || (key1 === "stage")) || (key1 === "owner")) || (key1 === "separate"))){
validate115.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data.kind !== undefined){
const _errs10 = errors;
if("first-stage" !== data.kind){
validate115.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "first-stage"}}];
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
if(!(validate118(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
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
if(!(validate121(data.owner, {instancePath:instancePath+"/owner",parentData:data,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
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
validate115.errors = vErrors;
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
validate115.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate115.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate115.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate115.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate115.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate115.evaluated = {"dynamicProps":true,"dynamicItems":false};


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
else if(tag0 === "make-vfs"){
const _errs48 = errors;
if(errors === _errs48){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if(((data.kind === undefined) && (missing9 = "kind")) || ((data.vfs === undefined) && (missing9 = "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
const _errs50 = errors;
for(const key8 in data){
if(!((key8 === "kind") || (key8 === "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs50 === errors){
if(data.kind !== undefined){
let data22 = data.kind;
const _errs51 = errors;
if(!((data22 === "make-vfs") || (data22 === "remove-vfs"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid18 = _errs51 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data.vfs !== undefined){
const _errs52 = errors;
if(!(validate82(data.vfs, {instancePath:instancePath+"/vfs",parentData:data,parentDataProperty:"vfs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid18 = _errs52 === errors;
}
else {
var valid18 = true;
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
else if(tag0 === "remove-vfs"){
const _errs53 = errors;
if(errors === _errs53){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if(((data.kind === undefined) && (missing10 = "kind")) || ((data.vfs === undefined) && (missing10 = "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs55 = errors;
for(const key9 in data){
if(!((key9 === "kind") || (key9 === "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs55 === errors){
if(data.kind !== undefined){
let data24 = data.kind;
const _errs56 = errors;
if(!((data24 === "make-vfs") || (data24 === "remove-vfs"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid20 = _errs56 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data.vfs !== undefined){
const _errs57 = errors;
if(!(validate82(data.vfs, {instancePath:instancePath+"/vfs",parentData:data,parentDataProperty:"vfs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid20 = _errs57 === errors;
}
else {
var valid20 = true;
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
else if(tag0 === "open-viommu"){
const _errs58 = errors;
if(errors === _errs58){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if(((((data.kind === undefined) && (missing11 = "kind")) || ((data.viommu === undefined) && (missing11 = "viommu"))) || ((data.pasid === undefined) && (missing11 = "pasid"))) || ((data.nesting === undefined) && (missing11 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
const _errs60 = errors;
for(const key10 in data){
if(!((((key10 === "kind") || (key10 === "viommu")) || (key10 === "pasid")) || (key10 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs60 === errors){
if(data.kind !== undefined){
let data26 = data.kind;
const _errs61 = errors;
if(!((data26 === "open-viommu") || (data26 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid22 = _errs61 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.viommu !== undefined){
const _errs62 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid22 = _errs62 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.pasid !== undefined){
const _errs63 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/4/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid22 = _errs63 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.nesting !== undefined){
const _errs65 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/4/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid22 = _errs65 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "close-viommu"){
const _errs67 = errors;
if(errors === _errs67){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if(((((data.kind === undefined) && (missing12 = "kind")) || ((data.viommu === undefined) && (missing12 = "viommu"))) || ((data.pasid === undefined) && (missing12 = "pasid"))) || ((data.nesting === undefined) && (missing12 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
const _errs69 = errors;
for(const key11 in data){
if(!((((key11 === "kind") || (key11 === "viommu")) || (key11 === "pasid")) || (key11 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs69 === errors){
if(data.kind !== undefined){
let data30 = data.kind;
const _errs70 = errors;
if(!((data30 === "open-viommu") || (data30 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid24 = _errs70 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.viommu !== undefined){
const _errs71 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid24 = _errs71 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.pasid !== undefined){
const _errs72 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/4/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid24 = _errs72 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.nesting !== undefined){
const _errs74 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/4/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid24 = _errs74 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "bind-device"){
const _errs76 = errors;
if(errors === _errs76){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if(((((((data.kind === undefined) && (missing13 = "kind")) || ((data.viommu === undefined) && (missing13 = "viommu"))) || ((data.device === undefined) && (missing13 = "device"))) || ((data.address === undefined) && (missing13 = "address"))) || ((data.unit === undefined) && (missing13 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing13 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
const _errs78 = errors;
for(const key12 in data){
if(!((((((key12 === "kind") || (key12 === "viommu")) || (key12 === "device")) || (key12 === "address")) || (key12 === "unit")) || (key12 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];
return false;
break;
}
}
if(_errs78 === errors){
if(data.kind !== undefined){
let data34 = data.kind;
const _errs79 = errors;
if(!((data34 === "bind-device") || (data34 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid26 = _errs79 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.viommu !== undefined){
const _errs80 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid26 = _errs80 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.device !== undefined){
const _errs81 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid26 = _errs81 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.address !== undefined){
const _errs82 = errors;
if(!(validate64(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid26 = _errs82 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.unit !== undefined){
const _errs83 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid26 = _errs83 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.needPasidLog2 !== undefined){
let data39 = data.needPasidLog2;
const _errs84 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs84){
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 20 || isNaN(data39)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data39 < 0 || isNaN(data39)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid26 = _errs84 === errors;
}
else {
var valid26 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "release-device"){
const _errs86 = errors;
if(errors === _errs86){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if(((((((data.kind === undefined) && (missing14 = "kind")) || ((data.viommu === undefined) && (missing14 = "viommu"))) || ((data.device === undefined) && (missing14 = "device"))) || ((data.address === undefined) && (missing14 = "address"))) || ((data.unit === undefined) && (missing14 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing14 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
const _errs88 = errors;
for(const key13 in data){
if(!((((((key13 === "kind") || (key13 === "viommu")) || (key13 === "device")) || (key13 === "address")) || (key13 === "unit")) || (key13 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];
return false;
break;
}
}
if(_errs88 === errors){
if(data.kind !== undefined){
let data40 = data.kind;
const _errs89 = errors;
if(!((data40 === "bind-device") || (data40 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid28 = _errs89 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.viommu !== undefined){
const _errs90 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid28 = _errs90 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.device !== undefined){
const _errs91 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid28 = _errs91 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.address !== undefined){
const _errs92 = errors;
if(!(validate64(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid28 = _errs92 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.unit !== undefined){
const _errs93 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid28 = _errs93 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.needPasidLog2 !== undefined){
let data45 = data.needPasidLog2;
const _errs94 = errors;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs94){
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 20 || isNaN(data45)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data45 < 0 || isNaN(data45)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid28 = _errs94 === errors;
}
else {
var valid28 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "map-memory"){
const _errs96 = errors;
if(errors === _errs96){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((((data.kind === undefined) && (missing15 = "kind")) || ((data.viommu === undefined) && (missing15 = "viommu"))) || ((data.memory === undefined) && (missing15 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing15}}];
return false;
}
else {
const _errs98 = errors;
for(const key14 in data){
if(!(((key14 === "kind") || (key14 === "viommu")) || (key14 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];
return false;
break;
}
}
if(_errs98 === errors){
if(data.kind !== undefined){
let data46 = data.kind;
const _errs99 = errors;
if(!((data46 === "map-memory") || (data46 === "unmap-memory"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/6/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[6].properties.kind.enum}}];
return false;
}
var valid30 = _errs99 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.viommu !== undefined){
const _errs100 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid30 = _errs100 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.memory !== undefined){
const _errs101 = errors;
if(!(validate99(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid30 = _errs101 === errors;
}
else {
var valid30 = true;
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
else if(tag0 === "unmap-memory"){
const _errs102 = errors;
if(errors === _errs102){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((((data.kind === undefined) && (missing16 = "kind")) || ((data.viommu === undefined) && (missing16 = "viommu"))) || ((data.memory === undefined) && (missing16 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing16}}];
return false;
}
else {
const _errs104 = errors;
for(const key15 in data){
if(!(((key15 === "kind") || (key15 === "viommu")) || (key15 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];
return false;
break;
}
}
if(_errs104 === errors){
if(data.kind !== undefined){
let data49 = data.kind;
const _errs105 = errors;
if(!((data49 === "map-memory") || (data49 === "unmap-memory"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/6/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[6].properties.kind.enum}}];
return false;
}
var valid32 = _errs105 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.viommu !== undefined){
const _errs106 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid32 = _errs106 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.memory !== undefined){
const _errs107 = errors;
if(!(validate99(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
var valid32 = _errs107 === errors;
}
else {
var valid32 = true;
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
else if(tag0 === "alloc-parent"){
const _errs108 = errors;
if(errors === _errs108){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if(((((data.kind === undefined) && (missing17 = "kind")) || ((data.viommu === undefined) && (missing17 = "viommu"))) || ((data.unit === undefined) && (missing17 = "unit"))) || ((data.device === undefined) && (missing17 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing17}}];
return false;
}
else {
const _errs110 = errors;
for(const key16 in data){
if(!((((key16 === "kind") || (key16 === "viommu")) || (key16 === "unit")) || (key16 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];
return false;
break;
}
}
if(_errs110 === errors){
if(data.kind !== undefined){
let data52 = data.kind;
const _errs111 = errors;
if(!((data52 === "alloc-parent") || (data52 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid34 = _errs111 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.viommu !== undefined){
const _errs112 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid34 = _errs112 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.unit !== undefined){
const _errs113 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid34 = _errs113 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.device !== undefined){
const _errs114 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid34 = _errs114 === errors;
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
else if(tag0 === "free-parent"){
const _errs115 = errors;
if(errors === _errs115){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if(((((data.kind === undefined) && (missing18 = "kind")) || ((data.viommu === undefined) && (missing18 = "viommu"))) || ((data.unit === undefined) && (missing18 = "unit"))) || ((data.device === undefined) && (missing18 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing18}}];
return false;
}
else {
const _errs117 = errors;
for(const key17 in data){
if(!((((key17 === "kind") || (key17 === "viommu")) || (key17 === "unit")) || (key17 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs117 === errors){
if(data.kind !== undefined){
let data56 = data.kind;
const _errs118 = errors;
if(!((data56 === "alloc-parent") || (data56 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid36 = _errs118 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.viommu !== undefined){
const _errs119 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid36 = _errs119 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.unit !== undefined){
const _errs120 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid36 = _errs120 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.device !== undefined){
const _errs121 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid36 = _errs121 === errors;
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
else if(tag0 === "attach-rid"){
const _errs122 = errors;
if(errors === _errs122){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if(((((data.kind === undefined) && (missing19 = "kind")) || ((data.viommu === undefined) && (missing19 = "viommu"))) || ((data.device === undefined) && (missing19 = "device"))) || ((data.to === undefined) && (missing19 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing19}}];
return false;
}
else {
const _errs124 = errors;
for(const key18 in data){
if(!((((key18 === "kind") || (key18 === "viommu")) || (key18 === "device")) || (key18 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];
return false;
break;
}
}
if(_errs124 === errors){
if(data.kind !== undefined){
let data60 = data.kind;
const _errs125 = errors;
if(!((data60 === "attach-rid") || (data60 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid38 = _errs125 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.viommu !== undefined){
const _errs126 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid38 = _errs126 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.device !== undefined){
const _errs127 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid38 = _errs127 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.to !== undefined){
const _errs128 = errors;
if(!(validate115(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid38 = _errs128 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "detach-rid"){
const _errs129 = errors;
if(errors === _errs129){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if(((((data.kind === undefined) && (missing20 = "kind")) || ((data.viommu === undefined) && (missing20 = "viommu"))) || ((data.device === undefined) && (missing20 = "device"))) || ((data.to === undefined) && (missing20 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing20}}];
return false;
}
else {
const _errs131 = errors;
for(const key19 in data){
if(!((((key19 === "kind") || (key19 === "viommu")) || (key19 === "device")) || (key19 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}}];
return false;
break;
}
}
if(_errs131 === errors){
if(data.kind !== undefined){
let data64 = data.kind;
const _errs132 = errors;
if(!((data64 === "attach-rid") || (data64 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid40 = _errs132 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.viommu !== undefined){
const _errs133 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid40 = _errs133 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.device !== undefined){
const _errs134 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid40 = _errs134 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.to !== undefined){
const _errs135 = errors;
if(!(validate115(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid40 = _errs135 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "alloc-first-stage"){
const _errs136 = errors;
if(errors === _errs136){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((((((data.kind === undefined) && (missing21 = "kind")) || ((data.viommu === undefined) && (missing21 = "viommu"))) || ((data.unit === undefined) && (missing21 = "unit"))) || ((data.device === undefined) && (missing21 = "device"))) || ((data.stage === undefined) && (missing21 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing21}}];
return false;
}
else {
const _errs138 = errors;
for(const key20 in data){
if(!(((((key20 === "kind") || (key20 === "viommu")) || (key20 === "unit")) || (key20 === "device")) || (key20 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}}];
return false;
break;
}
}
if(_errs138 === errors){
if(data.kind !== undefined){
let data68 = data.kind;
const _errs139 = errors;
if(!((data68 === "alloc-first-stage") || (data68 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid42 = _errs139 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.viommu !== undefined){
const _errs140 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid42 = _errs140 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.unit !== undefined){
const _errs141 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid42 = _errs141 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.device !== undefined){
const _errs142 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid42 = _errs142 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.stage !== undefined){
const _errs143 = errors;
if(!(validate118(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
var valid42 = _errs143 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "free-first-stage"){
const _errs144 = errors;
if(errors === _errs144){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((((((data.kind === undefined) && (missing22 = "kind")) || ((data.viommu === undefined) && (missing22 = "viommu"))) || ((data.unit === undefined) && (missing22 = "unit"))) || ((data.device === undefined) && (missing22 = "device"))) || ((data.stage === undefined) && (missing22 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing22}}];
return false;
}
else {
const _errs146 = errors;
for(const key21 in data){
if(!(((((key21 === "kind") || (key21 === "viommu")) || (key21 === "unit")) || (key21 === "device")) || (key21 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}}];
return false;
break;
}
}
if(_errs146 === errors){
if(data.kind !== undefined){
let data73 = data.kind;
const _errs147 = errors;
if(!((data73 === "alloc-first-stage") || (data73 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid44 = _errs147 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.viommu !== undefined){
const _errs148 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid44 = _errs148 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.unit !== undefined){
const _errs149 = errors;
if(!(validate62(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid44 = _errs149 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.device !== undefined){
const _errs150 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid44 = _errs150 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.stage !== undefined){
const _errs151 = errors;
if(!(validate118(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
errors = vErrors.length;
}
var valid44 = _errs151 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "attach-pasids"){
const _errs152 = errors;
if(errors === _errs152){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if((((((((data.kind === undefined) && (missing23 = "kind")) || ((data.viommu === undefined) && (missing23 = "viommu"))) || ((data.device === undefined) && (missing23 = "device"))) || ((data.first === undefined) && (missing23 = "first"))) || ((data.last === undefined) && (missing23 = "last"))) || ((data.domain === undefined) && (missing23 = "domain"))) || ((data.to === undefined) && (missing23 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: missing23}}];
return false;
}
else {
const _errs154 = errors;
for(const key22 in data){
if(!(((((((key22 === "kind") || (key22 === "viommu")) || (key22 === "device")) || (key22 === "first")) || (key22 === "last")) || (key22 === "domain")) || (key22 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}}];
return false;
break;
}
}
if(_errs154 === errors){
if(data.kind !== undefined){
let data78 = data.kind;
const _errs155 = errors;
if(!((data78 === "attach-pasids") || (data78 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/10/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[10].properties.kind.enum}}];
return false;
}
var valid46 = _errs155 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.viommu !== undefined){
const _errs156 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid46 = _errs156 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.device !== undefined){
const _errs157 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid46 = _errs157 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.first !== undefined){
let data81 = data.first;
const _errs158 = errors;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs158){
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 1048575 || isNaN(data81)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data81 < 1 || isNaN(data81)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid46 = _errs158 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.last !== undefined){
let data82 = data.last;
const _errs160 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs160){
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 1048575 || isNaN(data82)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data82 < 1 || isNaN(data82)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid46 = _errs160 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.domain !== undefined){
let data83 = data.domain;
const _errs162 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs162){
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 65535 || isNaN(data83)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data83 < 0 || isNaN(data83)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid46 = _errs162 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.to !== undefined){
const _errs164 = errors;
if(!(validate115(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid46 = _errs164 === errors;
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
else {
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "detach-pasids"){
const _errs165 = errors;
if(errors === _errs165){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((((((((data.kind === undefined) && (missing24 = "kind")) || ((data.viommu === undefined) && (missing24 = "viommu"))) || ((data.device === undefined) && (missing24 = "device"))) || ((data.first === undefined) && (missing24 = "first"))) || ((data.last === undefined) && (missing24 = "last"))) || ((data.domain === undefined) && (missing24 = "domain"))) || ((data.to === undefined) && (missing24 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: missing24}}];
return false;
}
else {
const _errs167 = errors;
for(const key23 in data){
if(!(((((((key23 === "kind") || (key23 === "viommu")) || (key23 === "device")) || (key23 === "first")) || (key23 === "last")) || (key23 === "domain")) || (key23 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}}];
return false;
break;
}
}
if(_errs167 === errors){
if(data.kind !== undefined){
let data85 = data.kind;
const _errs168 = errors;
if(!((data85 === "attach-pasids") || (data85 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/10/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[10].properties.kind.enum}}];
return false;
}
var valid48 = _errs168 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.viommu !== undefined){
const _errs169 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid48 = _errs169 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.device !== undefined){
const _errs170 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid48 = _errs170 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.first !== undefined){
let data88 = data.first;
const _errs171 = errors;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs171){
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 1048575 || isNaN(data88)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data88 < 1 || isNaN(data88)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid48 = _errs171 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.last !== undefined){
let data89 = data.last;
const _errs173 = errors;
if(!(((typeof data89 == "number") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs173){
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 1048575 || isNaN(data89)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data89 < 1 || isNaN(data89)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid48 = _errs173 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.domain !== undefined){
let data90 = data.domain;
const _errs175 = errors;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs175){
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 65535 || isNaN(data90)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data90 < 0 || isNaN(data90)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid48 = _errs175 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.to !== undefined){
const _errs177 = errors;
if(!(validate115(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid48 = _errs177 === errors;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "replace-pasids"){
const _errs178 = errors;
if(errors === _errs178){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing25;
if(((((((((data.kind === undefined) && (missing25 = "kind")) || ((data.viommu === undefined) && (missing25 = "viommu"))) || ((data.device === undefined) && (missing25 = "device"))) || ((data.first === undefined) && (missing25 = "first"))) || ((data.last === undefined) && (missing25 = "last"))) || ((data.domain === undefined) && (missing25 = "domain"))) || ((data.from === undefined) && (missing25 = "from"))) || ((data.to === undefined) && (missing25 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/required",keyword:"required",params:{missingProperty: missing25}}];
return false;
}
else {
const _errs180 = errors;
for(const key24 in data){
if(!((((((((key24 === "kind") || (key24 === "viommu")) || (key24 === "device")) || (key24 === "first")) || (key24 === "last")) || (key24 === "domain")) || (key24 === "from")) || (key24 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}}];
return false;
break;
}
}
if(_errs180 === errors){
if(data.kind !== undefined){
const _errs181 = errors;
if("replace-pasids" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/11/properties/kind/const",keyword:"const",params:{allowedValue: "replace-pasids"}}];
return false;
}
var valid50 = _errs181 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.viommu !== undefined){
const _errs182 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid50 = _errs182 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.device !== undefined){
const _errs183 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid50 = _errs183 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.first !== undefined){
let data95 = data.first;
const _errs184 = errors;
if(!(((typeof data95 == "number") && (!(data95 % 1) && !isNaN(data95))) && (isFinite(data95)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs184){
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 1048575 || isNaN(data95)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data95 < 1 || isNaN(data95)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid50 = _errs184 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.last !== undefined){
let data96 = data.last;
const _errs186 = errors;
if(!(((typeof data96 == "number") && (!(data96 % 1) && !isNaN(data96))) && (isFinite(data96)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs186){
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 1048575 || isNaN(data96)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data96 < 1 || isNaN(data96)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid50 = _errs186 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.domain !== undefined){
let data97 = data.domain;
const _errs188 = errors;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs188){
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 65535 || isNaN(data97)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data97 < 0 || isNaN(data97)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid50 = _errs188 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.from !== undefined){
const _errs190 = errors;
if(!(validate115(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid50 = _errs190 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.to !== undefined){
const _errs191 = errors;
if(!(validate115(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
var valid50 = _errs191 === errors;
}
else {
var valid50 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "set-domain"){
const _errs192 = errors;
if(errors === _errs192){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing26;
if((((((((data.kind === undefined) && (missing26 = "kind")) || ((data.viommu === undefined) && (missing26 = "viommu"))) || ((data.device === undefined) && (missing26 = "device"))) || ((data.first === undefined) && (missing26 = "first"))) || ((data.last === undefined) && (missing26 = "last"))) || ((data.from === undefined) && (missing26 = "from"))) || ((data.to === undefined) && (missing26 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/12/required",keyword:"required",params:{missingProperty: missing26}}];
return false;
}
else {
const _errs194 = errors;
for(const key25 in data){
if(!(((((((key25 === "kind") || (key25 === "viommu")) || (key25 === "device")) || (key25 === "first")) || (key25 === "last")) || (key25 === "from")) || (key25 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/12/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}}];
return false;
break;
}
}
if(_errs194 === errors){
if(data.kind !== undefined){
const _errs195 = errors;
if("set-domain" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/12/properties/kind/const",keyword:"const",params:{allowedValue: "set-domain"}}];
return false;
}
var valid52 = _errs195 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.viommu !== undefined){
const _errs196 = errors;
if(!(validate62(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid52 = _errs196 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.device !== undefined){
const _errs197 = errors;
if(!(validate62(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid52 = _errs197 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.first !== undefined){
let data103 = data.first;
const _errs198 = errors;
if(!(((typeof data103 == "number") && (!(data103 % 1) && !isNaN(data103))) && (isFinite(data103)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs198){
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 1048575 || isNaN(data103)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data103 < 1 || isNaN(data103)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid52 = _errs198 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.last !== undefined){
let data104 = data.last;
const _errs200 = errors;
if(!(((typeof data104 == "number") && (!(data104 % 1) && !isNaN(data104))) && (isFinite(data104)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs200){
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 1048575 || isNaN(data104)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data104 < 1 || isNaN(data104)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
}
var valid52 = _errs200 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.from !== undefined){
let data105 = data.from;
const _errs202 = errors;
if(!(((typeof data105 == "number") && (!(data105 % 1) && !isNaN(data105))) && (isFinite(data105)))){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs202){
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 65535 || isNaN(data105)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data105 < 0 || isNaN(data105)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid52 = _errs202 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.to !== undefined){
let data106 = data.to;
const _errs204 = errors;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs204){
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 65535 || isNaN(data106)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data106 < 0 || isNaN(data106)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid52 = _errs204 === errors;
}
else {
var valid52 = true;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/12/type",keyword:"type",params:{type: "object"}}];
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

