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
const schema23 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"enum":["load-module","unload-module"]},"module":{"$ref":"#/$defs/driver"},"parameters":{"$ref":"#/$defs/moduleOptions"}},"required":["kind","module"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["take-device","give-back-device","keep-device","reclaim-device"]},"handover":{"$ref":"#/$defs/handover"},"driver":{"$ref":"#/$defs/driver"}},"required":["kind","handover","driver"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["create-file","remove-file"]},"file":{"$ref":"#/$defs/path"},"sizeBytes":{"$ref":"#/$defs/bigint"}},"required":["kind","file","sizeBytes"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["make-vfs","remove-vfs"]},"vfs":{"$ref":"#/$defs/vfs"}},"required":["kind","vfs"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["open-viommu","close-viommu"]},"viommu":{"$ref":"#/$defs/text"},"pasid":{"type":"boolean"},"nesting":{"type":"boolean"}},"required":["kind","viommu","pasid","nesting"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["bind-device","release-device"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"unit":{"$ref":"#/$defs/text"},"needPasidLog2":{"type":"integer","minimum":0,"maximum":20}},"required":["kind","viommu","device","address","unit","needPasidLog2"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["map-memory","unmap-memory"]},"viommu":{"$ref":"#/$defs/text"},"memory":{"$ref":"#/$defs/memory"}},"required":["kind","viommu","memory"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-parent","free-parent"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"}},"required":["kind","viommu","unit","device"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-rid","detach-rid"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["alloc-first-stage","free-first-stage"]},"viommu":{"$ref":"#/$defs/text"},"unit":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"}},"required":["kind","viommu","unit","device","stage"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["attach-pasids","detach-pasids"]},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"replace-pasids"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"domain":{"type":"integer","minimum":0,"maximum":65535},"from":{"$ref":"#/$defs/hwptRef"},"to":{"$ref":"#/$defs/hwptRef"}},"required":["kind","viommu","device","first","last","domain","from","to"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"set-domain"},"viommu":{"$ref":"#/$defs/text"},"device":{"$ref":"#/$defs/text"},"first":{"type":"integer","minimum":1,"maximum":1048575},"last":{"type":"integer","minimum":1,"maximum":1048575},"from":{"type":"integer","minimum":0,"maximum":65535},"to":{"type":"integer","minimum":0,"maximum":65535}},"required":["kind","viommu","device","first","last","from","to"],"additionalProperties":false}]};
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

const schema25 = {"type":"array","maxItems":8,"items":{"type":"object","properties":{"name":{"$ref":"#/$defs/driver"},"value":{"type":"string","pattern":"^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$"}},"required":["name","value"],"additionalProperties":false}};
const pattern4 = new RegExp("^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 8){
validate60.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 8}}];
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.name === undefined) && (missing0 = "name")) || ((data0.value === undefined) && (missing0 = "value"))){
validate60.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "name") || (key0 === "value"))){
validate60.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.name !== undefined){
const _errs4 = errors;
if(!(validate58(data0.name, {instancePath:instancePath+"/" + i0+"/name",parentData:data0,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.value !== undefined){
let data2 = data0.value;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
validate60.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$"}}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema26 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"formerDriver":{"anyOf":[{"$ref":"#/$defs/driver"},{"type":"null"}]},"formerOverride":{"anyOf":[{"$ref":"#/$defs/text"},{"type":"null"}]},"release":{"enum":["restore","keep"]}},"required":["device","address","formerDriver","formerOverride","release"],"additionalProperties":false};
const schema27 = {"description":"Any text that is not written like a 64-bit value.","type":"string","not":{"pattern":"^0x[0-9a-f]+n$"}};
const pattern5 = new RegExp("^0x[0-9a-f]+n$", "u");

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
if(typeof data !== "string"){
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
const _errs1 = errors;
const _errs2 = errors;
if(typeof data === "string"){
if(!pattern5.test(data)){
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
validate66.errors = [{instancePath,schemaPath:"#/not",keyword:"not",params:{}}];
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
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema28 = {"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
const pattern6 = new RegExp("^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", "u");

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate68.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern6.test(data)){
validate68.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"}}];
return false;
}
}
else {
validate68.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}
validate68.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
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
validate65.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "device") || (key0 === "address")) || (key0 === "formerDriver")) || (key0 === "formerOverride")) || (key0 === "release"))){
validate65.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.device !== undefined){
const _errs2 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate68(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
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
validate65.errors = vErrors;
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
if(!(validate66(data3, {instancePath:instancePath+"/formerOverride",parentData:data,parentDataProperty:"formerOverride",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
validate65.errors = vErrors;
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
validate65.errors = [{instancePath:instancePath+"/release",schemaPath:"#/properties/release/enum",keyword:"enum",params:{allowedValues: schema26.properties.release.enum}}];
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
validate65.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema29 = {"type":"string","pattern":"^/[^\\u0000]{0,4094}$"};
const pattern7 = new RegExp("^/[^\\u0000]{0,4094}$", "u");

function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern7.test(data)){
validate80.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^/[^\\u0000]{0,4094}$"}}];
return false;
}
}
else {
validate80.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate80.errors = vErrors;
return errors === 0;
}
validate80.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema30 = {"description":"A 64-bit value, as bigint-json.ts writes it.","type":"string","pattern":"^0x[0-9a-f]{1,16}n$"};
const pattern8 = new RegExp("^0x[0-9a-f]{1,16}n$", "u");

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
if(typeof data === "string"){
if(!pattern8.test(data)){
validate82.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-f]{1,16}n$"}}];
return false;
}
}
else {
validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate82.errors = vErrors;
return errors === 0;
}
validate82.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema31 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"count":{"type":"integer","minimum":1,"maximum":65535},"addresses":{"type":"array","items":{"$ref":"#/$defs/address"},"maxItems":65535}},"required":["device","address","count","addresses"],"additionalProperties":false};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate86.evaluated;
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
validate86.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "device") || (key0 === "address")) || (key0 === "count")) || (key0 === "addresses"))){
validate86.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.device !== undefined){
const _errs2 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate68(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
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
validate86.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 65535 || isNaN(data2)){
validate86.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data2 < 1 || isNaN(data2)){
validate86.errors = [{instancePath:instancePath+"/count",schemaPath:"#/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
validate86.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/maxItems",keyword:"maxItems",params:{limit: 65535}}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate68(data3[i0], {instancePath:instancePath+"/addresses/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
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
validate86.errors = [{instancePath:instancePath+"/addresses",schemaPath:"#/properties/addresses/type",keyword:"type",params:{type: "array"}}];
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
validate86.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate86.errors = vErrors;
return errors === 0;
}
validate86.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema32 = {"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"offsetBytes":{"$ref":"#/$defs/bigint"},"sizeBytes":{"$ref":"#/$defs/bigint"},"guestAddress":{"$ref":"#/$defs/bigint"}},"required":["file","offsetBytes","sizeBytes","guestAddress"],"additionalProperties":false};

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate103.evaluated;
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
validate103.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "file") || (key0 === "offsetBytes")) || (key0 === "sizeBytes")) || (key0 === "guestAddress"))){
validate103.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.file !== undefined){
const _errs2 = errors;
if(!(validate80(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
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
if(!(validate82(data.offsetBytes, {instancePath:instancePath+"/offsetBytes",parentData:data,parentDataProperty:"offsetBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
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
if(!(validate82(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
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
if(!(validate82(data.guestAddress, {instancePath:instancePath+"/guestAddress",parentData:data,parentDataProperty:"guestAddress",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
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
validate103.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate103.errors = vErrors;
return errors === 0;
}
validate103.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema33 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"const":"parent"},"unit":{"$ref":"#/$defs/text"}},"required":["kind","unit"],"additionalProperties":false},{"type":"object","properties":{"kind":{"const":"first-stage"},"unit":{"$ref":"#/$defs/text"},"stage":{"$ref":"#/$defs/firstStage"},"owner":{"$ref":"#/$defs/owner"},"separate":{"anyOf":[{"type":"integer","minimum":0,"maximum":4294967295},{"type":"null"}]}},"required":["kind","unit","stage","owner","separate"],"additionalProperties":false}]};
const schema34 = {"type":"object","properties":{"pageTable":{"$ref":"#/$defs/bigint"},"addressWidth":{"enum":[48,57]},"supervisor":{"type":"boolean"},"writeProtect":{"type":"boolean"},"extendedAccess":{"type":"boolean"}},"required":["pageTable","addressWidth","supervisor","writeProtect","extendedAccess"],"additionalProperties":false};

function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate122.evaluated;
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
validate122.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "pageTable") || (key0 === "addressWidth")) || (key0 === "supervisor")) || (key0 === "writeProtect")) || (key0 === "extendedAccess"))){
validate122.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.pageTable !== undefined){
const _errs2 = errors;
if(!(validate82(data.pageTable, {instancePath:instancePath+"/pageTable",parentData:data,parentDataProperty:"pageTable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
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
validate122.errors = [{instancePath:instancePath+"/addressWidth",schemaPath:"#/properties/addressWidth/enum",keyword:"enum",params:{allowedValues: schema34.properties.addressWidth.enum}}];
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
validate122.errors = [{instancePath:instancePath+"/supervisor",schemaPath:"#/properties/supervisor/type",keyword:"type",params:{type: "boolean"}}];
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
validate122.errors = [{instancePath:instancePath+"/writeProtect",schemaPath:"#/properties/writeProtect/type",keyword:"type",params:{type: "boolean"}}];
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
validate122.errors = [{instancePath:instancePath+"/extendedAccess",schemaPath:"#/properties/extendedAccess/type",keyword:"type",params:{type: "boolean"}}];
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
validate122.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema35 = {"enum":["spec","guest"]};

function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate125.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!((data === "spec") || (data === "guest"))){
validate125.errors = [{instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema35.enum}}];
return false;
}
validate125.errors = vErrors;
return errors === 0;
}
validate125.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate119.evaluated;
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
validate119.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
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
validate119.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "unit"))){
validate119.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
const _errs5 = errors;
if("parent" !== data.kind){
validate119.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "parent"}}];
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
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
validate119.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate119.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs9 = errors;
for(const key1 in data){
if(!(((((key1 === "kind") || (key1 === "unit")) || (key1 === "stage")) || (key1 === "owner")) || (key1 === "separate"))){
validate119.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs9 === errors){
if(data.kind !== undefined){
const _errs10 = errors;
if("first-stage" !== data.kind){
validate119.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "first-stage"}}];
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
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate122(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
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
if(!(validate125(data.owner, {instancePath:instancePath+"/owner",parentData:data,parentDataProperty:"owner",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
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
validate119.errors = vErrors;
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
validate119.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate119.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate119.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate119.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate119.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate119.evaluated = {"dynamicProps":true,"dynamicItems":false};


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
if(!(((key0 === "kind") || (key0 === "module")) || (key0 === "parameters"))){
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
if(valid2){
if(data.parameters !== undefined){
const _errs7 = errors;
if(!(validate60(data.parameters, {instancePath:instancePath+"/parameters",parentData:data,parentDataProperty:"parameters",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
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
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var props0 = true;
}
else if(tag0 === "unload-module"){
const _errs8 = errors;
if(errors === _errs8){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.kind === undefined) && (missing2 = "kind")) || ((data.module === undefined) && (missing2 = "module"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs10 = errors;
for(const key1 in data){
if(!(((key1 === "kind") || (key1 === "module")) || (key1 === "parameters"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs10 === errors){
if(data.kind !== undefined){
let data3 = data.kind;
const _errs11 = errors;
if(!((data3 === "load-module") || (data3 === "unload-module"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[0].properties.kind.enum}}];
return false;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.module !== undefined){
const _errs12 = errors;
if(!(validate58(data.module, {instancePath:instancePath+"/module",parentData:data,parentDataProperty:"module",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.parameters !== undefined){
const _errs13 = errors;
if(!(validate60(data.parameters, {instancePath:instancePath+"/parameters",parentData:data,parentDataProperty:"parameters",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
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
const _errs14 = errors;
if(errors === _errs14){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if((((data.kind === undefined) && (missing3 = "kind")) || ((data.handover === undefined) && (missing3 = "handover"))) || ((data.driver === undefined) && (missing3 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs16 = errors;
for(const key2 in data){
if(!(((key2 === "kind") || (key2 === "handover")) || (key2 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs16 === errors){
if(data.kind !== undefined){
let data6 = data.kind;
const _errs17 = errors;
if(!((((data6 === "take-device") || (data6 === "give-back-device")) || (data6 === "keep-device")) || (data6 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid6 = _errs17 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.handover !== undefined){
const _errs18 = errors;
if(!(validate65(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid6 = _errs18 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.driver !== undefined){
const _errs19 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid6 = _errs19 === errors;
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
const _errs20 = errors;
if(errors === _errs20){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.kind === undefined) && (missing4 = "kind")) || ((data.handover === undefined) && (missing4 = "handover"))) || ((data.driver === undefined) && (missing4 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs22 = errors;
for(const key3 in data){
if(!(((key3 === "kind") || (key3 === "handover")) || (key3 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs22 === errors){
if(data.kind !== undefined){
let data9 = data.kind;
const _errs23 = errors;
if(!((((data9 === "take-device") || (data9 === "give-back-device")) || (data9 === "keep-device")) || (data9 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid8 = _errs23 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.handover !== undefined){
const _errs24 = errors;
if(!(validate65(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid8 = _errs24 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data.driver !== undefined){
const _errs25 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid8 = _errs25 === errors;
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
const _errs26 = errors;
if(errors === _errs26){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing5;
if((((data.kind === undefined) && (missing5 = "kind")) || ((data.handover === undefined) && (missing5 = "handover"))) || ((data.driver === undefined) && (missing5 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs28 = errors;
for(const key4 in data){
if(!(((key4 === "kind") || (key4 === "handover")) || (key4 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs28 === errors){
if(data.kind !== undefined){
let data12 = data.kind;
const _errs29 = errors;
if(!((((data12 === "take-device") || (data12 === "give-back-device")) || (data12 === "keep-device")) || (data12 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid10 = _errs29 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data.handover !== undefined){
const _errs30 = errors;
if(!(validate65(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid10 = _errs30 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data.driver !== undefined){
const _errs31 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid10 = _errs31 === errors;
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
const _errs32 = errors;
if(errors === _errs32){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing6;
if((((data.kind === undefined) && (missing6 = "kind")) || ((data.handover === undefined) && (missing6 = "handover"))) || ((data.driver === undefined) && (missing6 = "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs34 = errors;
for(const key5 in data){
if(!(((key5 === "kind") || (key5 === "handover")) || (key5 === "driver"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs34 === errors){
if(data.kind !== undefined){
let data15 = data.kind;
const _errs35 = errors;
if(!((((data15 === "take-device") || (data15 === "give-back-device")) || (data15 === "keep-device")) || (data15 === "reclaim-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[1].properties.kind.enum}}];
return false;
}
var valid12 = _errs35 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data.handover !== undefined){
const _errs36 = errors;
if(!(validate65(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid12 = _errs36 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data.driver !== undefined){
const _errs37 = errors;
if(!(validate58(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid12 = _errs37 === errors;
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
const _errs38 = errors;
if(errors === _errs38){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing7;
if((((data.kind === undefined) && (missing7 = "kind")) || ((data.file === undefined) && (missing7 = "file"))) || ((data.sizeBytes === undefined) && (missing7 = "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
const _errs40 = errors;
for(const key6 in data){
if(!(((key6 === "kind") || (key6 === "file")) || (key6 === "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs40 === errors){
if(data.kind !== undefined){
let data18 = data.kind;
const _errs41 = errors;
if(!((data18 === "create-file") || (data18 === "remove-file"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[2].properties.kind.enum}}];
return false;
}
var valid14 = _errs41 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data.file !== undefined){
const _errs42 = errors;
if(!(validate80(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid14 = _errs42 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data.sizeBytes !== undefined){
const _errs43 = errors;
if(!(validate82(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid14 = _errs43 === errors;
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
const _errs44 = errors;
if(errors === _errs44){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing8;
if((((data.kind === undefined) && (missing8 = "kind")) || ((data.file === undefined) && (missing8 = "file"))) || ((data.sizeBytes === undefined) && (missing8 = "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
const _errs46 = errors;
for(const key7 in data){
if(!(((key7 === "kind") || (key7 === "file")) || (key7 === "sizeBytes"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs46 === errors){
if(data.kind !== undefined){
let data21 = data.kind;
const _errs47 = errors;
if(!((data21 === "create-file") || (data21 === "remove-file"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[2].properties.kind.enum}}];
return false;
}
var valid16 = _errs47 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data.file !== undefined){
const _errs48 = errors;
if(!(validate80(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
var valid16 = _errs48 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data.sizeBytes !== undefined){
const _errs49 = errors;
if(!(validate82(data.sizeBytes, {instancePath:instancePath+"/sizeBytes",parentData:data,parentDataProperty:"sizeBytes",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid16 = _errs49 === errors;
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
const _errs50 = errors;
if(errors === _errs50){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing9;
if(((data.kind === undefined) && (missing9 = "kind")) || ((data.vfs === undefined) && (missing9 = "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
const _errs52 = errors;
for(const key8 in data){
if(!((key8 === "kind") || (key8 === "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs52 === errors){
if(data.kind !== undefined){
let data24 = data.kind;
const _errs53 = errors;
if(!((data24 === "make-vfs") || (data24 === "remove-vfs"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid18 = _errs53 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data.vfs !== undefined){
const _errs54 = errors;
if(!(validate86(data.vfs, {instancePath:instancePath+"/vfs",parentData:data,parentDataProperty:"vfs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var valid18 = _errs54 === errors;
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
const _errs55 = errors;
if(errors === _errs55){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing10;
if(((data.kind === undefined) && (missing10 = "kind")) || ((data.vfs === undefined) && (missing10 = "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs57 = errors;
for(const key9 in data){
if(!((key9 === "kind") || (key9 === "vfs"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs57 === errors){
if(data.kind !== undefined){
let data26 = data.kind;
const _errs58 = errors;
if(!((data26 === "make-vfs") || (data26 === "remove-vfs"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[3].properties.kind.enum}}];
return false;
}
var valid20 = _errs58 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data.vfs !== undefined){
const _errs59 = errors;
if(!(validate86(data.vfs, {instancePath:instancePath+"/vfs",parentData:data,parentDataProperty:"vfs",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
var valid20 = _errs59 === errors;
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
const _errs60 = errors;
if(errors === _errs60){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing11;
if(((((data.kind === undefined) && (missing11 = "kind")) || ((data.viommu === undefined) && (missing11 = "viommu"))) || ((data.pasid === undefined) && (missing11 = "pasid"))) || ((data.nesting === undefined) && (missing11 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
const _errs62 = errors;
for(const key10 in data){
if(!((((key10 === "kind") || (key10 === "viommu")) || (key10 === "pasid")) || (key10 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}}];
return false;
break;
}
}
if(_errs62 === errors){
if(data.kind !== undefined){
let data28 = data.kind;
const _errs63 = errors;
if(!((data28 === "open-viommu") || (data28 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid22 = _errs63 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.viommu !== undefined){
const _errs64 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid22 = _errs64 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.pasid !== undefined){
const _errs65 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/4/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid22 = _errs65 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data.nesting !== undefined){
const _errs67 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/4/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid22 = _errs67 === errors;
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
const _errs69 = errors;
if(errors === _errs69){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing12;
if(((((data.kind === undefined) && (missing12 = "kind")) || ((data.viommu === undefined) && (missing12 = "viommu"))) || ((data.pasid === undefined) && (missing12 = "pasid"))) || ((data.nesting === undefined) && (missing12 = "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
const _errs71 = errors;
for(const key11 in data){
if(!((((key11 === "kind") || (key11 === "viommu")) || (key11 === "pasid")) || (key11 === "nesting"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/4/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}}];
return false;
break;
}
}
if(_errs71 === errors){
if(data.kind !== undefined){
let data32 = data.kind;
const _errs72 = errors;
if(!((data32 === "open-viommu") || (data32 === "close-viommu"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/4/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[4].properties.kind.enum}}];
return false;
}
var valid24 = _errs72 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.viommu !== undefined){
const _errs73 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid24 = _errs73 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.pasid !== undefined){
const _errs74 = errors;
if(typeof data.pasid !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/pasid",schemaPath:"#/oneOf/4/properties/pasid/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid24 = _errs74 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data.nesting !== undefined){
const _errs76 = errors;
if(typeof data.nesting !== "boolean"){
validate57.errors = [{instancePath:instancePath+"/nesting",schemaPath:"#/oneOf/4/properties/nesting/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid24 = _errs76 === errors;
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
const _errs78 = errors;
if(errors === _errs78){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing13;
if(((((((data.kind === undefined) && (missing13 = "kind")) || ((data.viommu === undefined) && (missing13 = "viommu"))) || ((data.device === undefined) && (missing13 = "device"))) || ((data.address === undefined) && (missing13 = "address"))) || ((data.unit === undefined) && (missing13 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing13 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
const _errs80 = errors;
for(const key12 in data){
if(!((((((key12 === "kind") || (key12 === "viommu")) || (key12 === "device")) || (key12 === "address")) || (key12 === "unit")) || (key12 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}}];
return false;
break;
}
}
if(_errs80 === errors){
if(data.kind !== undefined){
let data36 = data.kind;
const _errs81 = errors;
if(!((data36 === "bind-device") || (data36 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid26 = _errs81 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.viommu !== undefined){
const _errs82 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid26 = _errs82 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.device !== undefined){
const _errs83 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid26 = _errs83 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.address !== undefined){
const _errs84 = errors;
if(!(validate68(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
var valid26 = _errs84 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.unit !== undefined){
const _errs85 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid26 = _errs85 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data.needPasidLog2 !== undefined){
let data41 = data.needPasidLog2;
const _errs86 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs86){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 20 || isNaN(data41)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data41 < 0 || isNaN(data41)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid26 = _errs86 === errors;
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
const _errs88 = errors;
if(errors === _errs88){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing14;
if(((((((data.kind === undefined) && (missing14 = "kind")) || ((data.viommu === undefined) && (missing14 = "viommu"))) || ((data.device === undefined) && (missing14 = "device"))) || ((data.address === undefined) && (missing14 = "address"))) || ((data.unit === undefined) && (missing14 = "unit"))) || ((data.needPasidLog2 === undefined) && (missing14 = "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
const _errs90 = errors;
for(const key13 in data){
if(!((((((key13 === "kind") || (key13 === "viommu")) || (key13 === "device")) || (key13 === "address")) || (key13 === "unit")) || (key13 === "needPasidLog2"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/5/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}}];
return false;
break;
}
}
if(_errs90 === errors){
if(data.kind !== undefined){
let data42 = data.kind;
const _errs91 = errors;
if(!((data42 === "bind-device") || (data42 === "release-device"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/5/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[5].properties.kind.enum}}];
return false;
}
var valid28 = _errs91 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.viommu !== undefined){
const _errs92 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid28 = _errs92 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.device !== undefined){
const _errs93 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid28 = _errs93 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.address !== undefined){
const _errs94 = errors;
if(!(validate68(data.address, {instancePath:instancePath+"/address",parentData:data,parentDataProperty:"address",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
var valid28 = _errs94 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.unit !== undefined){
const _errs95 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid28 = _errs95 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data.needPasidLog2 !== undefined){
let data47 = data.needPasidLog2;
const _errs96 = errors;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs96){
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 20 || isNaN(data47)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20}}];
return false;
}
else {
if(data47 < 0 || isNaN(data47)){
validate57.errors = [{instancePath:instancePath+"/needPasidLog2",schemaPath:"#/oneOf/5/properties/needPasidLog2/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid28 = _errs96 === errors;
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
const _errs98 = errors;
if(errors === _errs98){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing15;
if((((data.kind === undefined) && (missing15 = "kind")) || ((data.viommu === undefined) && (missing15 = "viommu"))) || ((data.memory === undefined) && (missing15 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing15}}];
return false;
}
else {
const _errs100 = errors;
for(const key14 in data){
if(!(((key14 === "kind") || (key14 === "viommu")) || (key14 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}}];
return false;
break;
}
}
if(_errs100 === errors){
if(data.kind !== undefined){
let data48 = data.kind;
const _errs101 = errors;
if(!((data48 === "map-memory") || (data48 === "unmap-memory"))){
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
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid30 = _errs102 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data.memory !== undefined){
const _errs103 = errors;
if(!(validate103(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
var valid30 = _errs103 === errors;
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
const _errs104 = errors;
if(errors === _errs104){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing16;
if((((data.kind === undefined) && (missing16 = "kind")) || ((data.viommu === undefined) && (missing16 = "viommu"))) || ((data.memory === undefined) && (missing16 = "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/required",keyword:"required",params:{missingProperty: missing16}}];
return false;
}
else {
const _errs106 = errors;
for(const key15 in data){
if(!(((key15 === "kind") || (key15 === "viommu")) || (key15 === "memory"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/6/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}}];
return false;
break;
}
}
if(_errs106 === errors){
if(data.kind !== undefined){
let data51 = data.kind;
const _errs107 = errors;
if(!((data51 === "map-memory") || (data51 === "unmap-memory"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/6/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[6].properties.kind.enum}}];
return false;
}
var valid32 = _errs107 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.viommu !== undefined){
const _errs108 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid32 = _errs108 === errors;
}
else {
var valid32 = true;
}
if(valid32){
if(data.memory !== undefined){
const _errs109 = errors;
if(!(validate103(data.memory, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
var valid32 = _errs109 === errors;
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
const _errs110 = errors;
if(errors === _errs110){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing17;
if(((((data.kind === undefined) && (missing17 = "kind")) || ((data.viommu === undefined) && (missing17 = "viommu"))) || ((data.unit === undefined) && (missing17 = "unit"))) || ((data.device === undefined) && (missing17 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing17}}];
return false;
}
else {
const _errs112 = errors;
for(const key16 in data){
if(!((((key16 === "kind") || (key16 === "viommu")) || (key16 === "unit")) || (key16 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}}];
return false;
break;
}
}
if(_errs112 === errors){
if(data.kind !== undefined){
let data54 = data.kind;
const _errs113 = errors;
if(!((data54 === "alloc-parent") || (data54 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid34 = _errs113 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.viommu !== undefined){
const _errs114 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid34 = _errs114 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.unit !== undefined){
const _errs115 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid34 = _errs115 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data.device !== undefined){
const _errs116 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid34 = _errs116 === errors;
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
const _errs117 = errors;
if(errors === _errs117){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing18;
if(((((data.kind === undefined) && (missing18 = "kind")) || ((data.viommu === undefined) && (missing18 = "viommu"))) || ((data.unit === undefined) && (missing18 = "unit"))) || ((data.device === undefined) && (missing18 = "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/required",keyword:"required",params:{missingProperty: missing18}}];
return false;
}
else {
const _errs119 = errors;
for(const key17 in data){
if(!((((key17 === "kind") || (key17 === "viommu")) || (key17 === "unit")) || (key17 === "device"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/7/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}}];
return false;
break;
}
}
if(_errs119 === errors){
if(data.kind !== undefined){
let data58 = data.kind;
const _errs120 = errors;
if(!((data58 === "alloc-parent") || (data58 === "free-parent"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/7/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[7].properties.kind.enum}}];
return false;
}
var valid36 = _errs120 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.viommu !== undefined){
const _errs121 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid36 = _errs121 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.unit !== undefined){
const _errs122 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid36 = _errs122 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data.device !== undefined){
const _errs123 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid36 = _errs123 === errors;
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
const _errs124 = errors;
if(errors === _errs124){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing19;
if(((((data.kind === undefined) && (missing19 = "kind")) || ((data.viommu === undefined) && (missing19 = "viommu"))) || ((data.device === undefined) && (missing19 = "device"))) || ((data.to === undefined) && (missing19 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing19}}];
return false;
}
else {
const _errs126 = errors;
for(const key18 in data){
if(!((((key18 === "kind") || (key18 === "viommu")) || (key18 === "device")) || (key18 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}}];
return false;
break;
}
}
if(_errs126 === errors){
if(data.kind !== undefined){
let data62 = data.kind;
const _errs127 = errors;
if(!((data62 === "attach-rid") || (data62 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid38 = _errs127 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.viommu !== undefined){
const _errs128 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid38 = _errs128 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.device !== undefined){
const _errs129 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid38 = _errs129 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data.to !== undefined){
const _errs130 = errors;
if(!(validate119(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid38 = _errs130 === errors;
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
const _errs131 = errors;
if(errors === _errs131){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing20;
if(((((data.kind === undefined) && (missing20 = "kind")) || ((data.viommu === undefined) && (missing20 = "viommu"))) || ((data.device === undefined) && (missing20 = "device"))) || ((data.to === undefined) && (missing20 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/required",keyword:"required",params:{missingProperty: missing20}}];
return false;
}
else {
const _errs133 = errors;
for(const key19 in data){
if(!((((key19 === "kind") || (key19 === "viommu")) || (key19 === "device")) || (key19 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/8/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}}];
return false;
break;
}
}
if(_errs133 === errors){
if(data.kind !== undefined){
let data66 = data.kind;
const _errs134 = errors;
if(!((data66 === "attach-rid") || (data66 === "detach-rid"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/8/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[8].properties.kind.enum}}];
return false;
}
var valid40 = _errs134 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.viommu !== undefined){
const _errs135 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid40 = _errs135 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.device !== undefined){
const _errs136 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid40 = _errs136 === errors;
}
else {
var valid40 = true;
}
if(valid40){
if(data.to !== undefined){
const _errs137 = errors;
if(!(validate119(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid40 = _errs137 === errors;
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
const _errs138 = errors;
if(errors === _errs138){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing21;
if((((((data.kind === undefined) && (missing21 = "kind")) || ((data.viommu === undefined) && (missing21 = "viommu"))) || ((data.unit === undefined) && (missing21 = "unit"))) || ((data.device === undefined) && (missing21 = "device"))) || ((data.stage === undefined) && (missing21 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing21}}];
return false;
}
else {
const _errs140 = errors;
for(const key20 in data){
if(!(((((key20 === "kind") || (key20 === "viommu")) || (key20 === "unit")) || (key20 === "device")) || (key20 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}}];
return false;
break;
}
}
if(_errs140 === errors){
if(data.kind !== undefined){
let data70 = data.kind;
const _errs141 = errors;
if(!((data70 === "alloc-first-stage") || (data70 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid42 = _errs141 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.viommu !== undefined){
const _errs142 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid42 = _errs142 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.unit !== undefined){
const _errs143 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid42 = _errs143 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.device !== undefined){
const _errs144 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid42 = _errs144 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data.stage !== undefined){
const _errs145 = errors;
if(!(validate122(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var valid42 = _errs145 === errors;
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
const _errs146 = errors;
if(errors === _errs146){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing22;
if((((((data.kind === undefined) && (missing22 = "kind")) || ((data.viommu === undefined) && (missing22 = "viommu"))) || ((data.unit === undefined) && (missing22 = "unit"))) || ((data.device === undefined) && (missing22 = "device"))) || ((data.stage === undefined) && (missing22 = "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/required",keyword:"required",params:{missingProperty: missing22}}];
return false;
}
else {
const _errs148 = errors;
for(const key21 in data){
if(!(((((key21 === "kind") || (key21 === "viommu")) || (key21 === "unit")) || (key21 === "device")) || (key21 === "stage"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/9/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}}];
return false;
break;
}
}
if(_errs148 === errors){
if(data.kind !== undefined){
let data75 = data.kind;
const _errs149 = errors;
if(!((data75 === "alloc-first-stage") || (data75 === "free-first-stage"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/9/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[9].properties.kind.enum}}];
return false;
}
var valid44 = _errs149 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.viommu !== undefined){
const _errs150 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid44 = _errs150 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.unit !== undefined){
const _errs151 = errors;
if(!(validate66(data.unit, {instancePath:instancePath+"/unit",parentData:data,parentDataProperty:"unit",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid44 = _errs151 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.device !== undefined){
const _errs152 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid44 = _errs152 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data.stage !== undefined){
const _errs153 = errors;
if(!(validate122(data.stage, {instancePath:instancePath+"/stage",parentData:data,parentDataProperty:"stage",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var valid44 = _errs153 === errors;
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
const _errs154 = errors;
if(errors === _errs154){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing23;
if((((((((data.kind === undefined) && (missing23 = "kind")) || ((data.viommu === undefined) && (missing23 = "viommu"))) || ((data.device === undefined) && (missing23 = "device"))) || ((data.first === undefined) && (missing23 = "first"))) || ((data.last === undefined) && (missing23 = "last"))) || ((data.domain === undefined) && (missing23 = "domain"))) || ((data.to === undefined) && (missing23 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: missing23}}];
return false;
}
else {
const _errs156 = errors;
for(const key22 in data){
if(!(((((((key22 === "kind") || (key22 === "viommu")) || (key22 === "device")) || (key22 === "first")) || (key22 === "last")) || (key22 === "domain")) || (key22 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}}];
return false;
break;
}
}
if(_errs156 === errors){
if(data.kind !== undefined){
let data80 = data.kind;
const _errs157 = errors;
if(!((data80 === "attach-pasids") || (data80 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/10/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[10].properties.kind.enum}}];
return false;
}
var valid46 = _errs157 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.viommu !== undefined){
const _errs158 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid46 = _errs158 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.device !== undefined){
const _errs159 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid46 = _errs159 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.first !== undefined){
let data83 = data.first;
const _errs160 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs160){
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 1048575 || isNaN(data83)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data83 < 1 || isNaN(data83)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.last !== undefined){
let data84 = data.last;
const _errs162 = errors;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs162){
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 1048575 || isNaN(data84)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data84 < 1 || isNaN(data84)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.domain !== undefined){
let data85 = data.domain;
const _errs164 = errors;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs164){
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 > 65535 || isNaN(data85)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data85 < 0 || isNaN(data85)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid46 = _errs164 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data.to !== undefined){
const _errs166 = errors;
if(!(validate119(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid46 = _errs166 === errors;
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
const _errs167 = errors;
if(errors === _errs167){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing24;
if((((((((data.kind === undefined) && (missing24 = "kind")) || ((data.viommu === undefined) && (missing24 = "viommu"))) || ((data.device === undefined) && (missing24 = "device"))) || ((data.first === undefined) && (missing24 = "first"))) || ((data.last === undefined) && (missing24 = "last"))) || ((data.domain === undefined) && (missing24 = "domain"))) || ((data.to === undefined) && (missing24 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/required",keyword:"required",params:{missingProperty: missing24}}];
return false;
}
else {
const _errs169 = errors;
for(const key23 in data){
if(!(((((((key23 === "kind") || (key23 === "viommu")) || (key23 === "device")) || (key23 === "first")) || (key23 === "last")) || (key23 === "domain")) || (key23 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/10/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}}];
return false;
break;
}
}
if(_errs169 === errors){
if(data.kind !== undefined){
let data87 = data.kind;
const _errs170 = errors;
if(!((data87 === "attach-pasids") || (data87 === "detach-pasids"))){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/10/properties/kind/enum",keyword:"enum",params:{allowedValues: schema23.oneOf[10].properties.kind.enum}}];
return false;
}
var valid48 = _errs170 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.viommu !== undefined){
const _errs171 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid48 = _errs171 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.device !== undefined){
const _errs172 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid48 = _errs172 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.first !== undefined){
let data90 = data.first;
const _errs173 = errors;
if(!(((typeof data90 == "number") && (!(data90 % 1) && !isNaN(data90))) && (isFinite(data90)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs173){
if((typeof data90 == "number") && (isFinite(data90))){
if(data90 > 1048575 || isNaN(data90)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data90 < 1 || isNaN(data90)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/10/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.last !== undefined){
let data91 = data.last;
const _errs175 = errors;
if(!(((typeof data91 == "number") && (!(data91 % 1) && !isNaN(data91))) && (isFinite(data91)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs175){
if((typeof data91 == "number") && (isFinite(data91))){
if(data91 > 1048575 || isNaN(data91)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data91 < 1 || isNaN(data91)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/10/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.domain !== undefined){
let data92 = data.domain;
const _errs177 = errors;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs177){
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 65535 || isNaN(data92)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data92 < 0 || isNaN(data92)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/10/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid48 = _errs177 === errors;
}
else {
var valid48 = true;
}
if(valid48){
if(data.to !== undefined){
const _errs179 = errors;
if(!(validate119(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid48 = _errs179 === errors;
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
const _errs180 = errors;
if(errors === _errs180){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing25;
if(((((((((data.kind === undefined) && (missing25 = "kind")) || ((data.viommu === undefined) && (missing25 = "viommu"))) || ((data.device === undefined) && (missing25 = "device"))) || ((data.first === undefined) && (missing25 = "first"))) || ((data.last === undefined) && (missing25 = "last"))) || ((data.domain === undefined) && (missing25 = "domain"))) || ((data.from === undefined) && (missing25 = "from"))) || ((data.to === undefined) && (missing25 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/required",keyword:"required",params:{missingProperty: missing25}}];
return false;
}
else {
const _errs182 = errors;
for(const key24 in data){
if(!((((((((key24 === "kind") || (key24 === "viommu")) || (key24 === "device")) || (key24 === "first")) || (key24 === "last")) || (key24 === "domain")) || (key24 === "from")) || (key24 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/11/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}}];
return false;
break;
}
}
if(_errs182 === errors){
if(data.kind !== undefined){
const _errs183 = errors;
if("replace-pasids" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/11/properties/kind/const",keyword:"const",params:{allowedValue: "replace-pasids"}}];
return false;
}
var valid50 = _errs183 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.viommu !== undefined){
const _errs184 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid50 = _errs184 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.device !== undefined){
const _errs185 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid50 = _errs185 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.first !== undefined){
let data97 = data.first;
const _errs186 = errors;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs186){
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 1048575 || isNaN(data97)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data97 < 1 || isNaN(data97)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/11/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.last !== undefined){
let data98 = data.last;
const _errs188 = errors;
if(!(((typeof data98 == "number") && (!(data98 % 1) && !isNaN(data98))) && (isFinite(data98)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs188){
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 1048575 || isNaN(data98)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data98 < 1 || isNaN(data98)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/11/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.domain !== undefined){
let data99 = data.domain;
const _errs190 = errors;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs190){
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 65535 || isNaN(data99)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data99 < 0 || isNaN(data99)){
validate57.errors = [{instancePath:instancePath+"/domain",schemaPath:"#/oneOf/11/properties/domain/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid50 = _errs190 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.from !== undefined){
const _errs192 = errors;
if(!(validate119(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid50 = _errs192 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data.to !== undefined){
const _errs193 = errors;
if(!(validate119(data.to, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid50 = _errs193 === errors;
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
const _errs194 = errors;
if(errors === _errs194){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing26;
if((((((((data.kind === undefined) && (missing26 = "kind")) || ((data.viommu === undefined) && (missing26 = "viommu"))) || ((data.device === undefined) && (missing26 = "device"))) || ((data.first === undefined) && (missing26 = "first"))) || ((data.last === undefined) && (missing26 = "last"))) || ((data.from === undefined) && (missing26 = "from"))) || ((data.to === undefined) && (missing26 = "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/12/required",keyword:"required",params:{missingProperty: missing26}}];
return false;
}
else {
const _errs196 = errors;
for(const key25 in data){
if(!(((((((key25 === "kind") || (key25 === "viommu")) || (key25 === "device")) || (key25 === "first")) || (key25 === "last")) || (key25 === "from")) || (key25 === "to"))){
validate57.errors = [{instancePath,schemaPath:"#/oneOf/12/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}}];
return false;
break;
}
}
if(_errs196 === errors){
if(data.kind !== undefined){
const _errs197 = errors;
if("set-domain" !== data.kind){
validate57.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/12/properties/kind/const",keyword:"const",params:{allowedValue: "set-domain"}}];
return false;
}
var valid52 = _errs197 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.viommu !== undefined){
const _errs198 = errors;
if(!(validate66(data.viommu, {instancePath:instancePath+"/viommu",parentData:data,parentDataProperty:"viommu",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid52 = _errs198 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.device !== undefined){
const _errs199 = errors;
if(!(validate66(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid52 = _errs199 === errors;
}
else {
var valid52 = true;
}
if(valid52){
if(data.first !== undefined){
let data105 = data.first;
const _errs200 = errors;
if(!(((typeof data105 == "number") && (!(data105 % 1) && !isNaN(data105))) && (isFinite(data105)))){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs200){
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 1048575 || isNaN(data105)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data105 < 1 || isNaN(data105)){
validate57.errors = [{instancePath:instancePath+"/first",schemaPath:"#/oneOf/12/properties/first/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.last !== undefined){
let data106 = data.last;
const _errs202 = errors;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs202){
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 1048575 || isNaN(data106)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048575}}];
return false;
}
else {
if(data106 < 1 || isNaN(data106)){
validate57.errors = [{instancePath:instancePath+"/last",schemaPath:"#/oneOf/12/properties/last/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
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
if(data.from !== undefined){
let data107 = data.from;
const _errs204 = errors;
if(!(((typeof data107 == "number") && (!(data107 % 1) && !isNaN(data107))) && (isFinite(data107)))){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs204){
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 > 65535 || isNaN(data107)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data107 < 0 || isNaN(data107)){
validate57.errors = [{instancePath:instancePath+"/from",schemaPath:"#/oneOf/12/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
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
if(valid52){
if(data.to !== undefined){
let data108 = data.to;
const _errs206 = errors;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs206){
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 > 65535 || isNaN(data108)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535}}];
return false;
}
else {
if(data108 < 0 || isNaN(data108)){
validate57.errors = [{instancePath:instancePath+"/to",schemaPath:"#/oneOf/12/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid52 = _errs206 === errors;
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
if(!(validate66(data3.file, {instancePath:instancePath+"/spec/" + i0+"/file",parentData:data3,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate66(data3.text, {instancePath:instancePath+"/spec/" + i0+"/text",parentData:data3,parentDataProperty:"text",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate66(data6[key2], {instancePath:instancePath+"/facts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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

