// Made by test/tools/generate-state.mjs from src/state/sealed-records.schema.json. Do not edit.
"use strict";
export const validateJournalRecord = validate53;
const schema20 = {"description":"A record of the journal, version 1.","type":"object","discriminator":{"propertyName":"record"},"required":["record"],"oneOf":[{"type":"object","properties":{"record":{"const":"begin"},"bootId":{"$ref":"#/$defs/text"},"operation":{"$ref":"#/$defs/text"},"since":{"$ref":"#/$defs/text"}},"required":["record","bootId","operation","since"],"additionalProperties":false},{"type":"object","properties":{"record":{"enum":["intent","done"]},"step":{"$ref":"#/$defs/hostStep"}},"required":["record","step"],"additionalProperties":false}]};
const schema21 = {"description":"Any text that is not written like a 64-bit value.","type":"string","not":{"pattern":"^0x[0-9a-f]+n$"}};
const pattern3 = new RegExp("^0x[0-9a-f]+n$", "u");

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
if(typeof data !== "string"){
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
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
validate54.errors = [{instancePath,schemaPath:"#/not",keyword:"not",params:{}}];
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
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema22 = {"type":"object","discriminator":{"propertyName":"kind"},"required":["kind"],"oneOf":[{"type":"object","properties":{"kind":{"enum":["load-module","unload-module"]},"module":{"$ref":"#/$defs/driver"},"parameters":{"$ref":"#/$defs/moduleOptions"}},"required":["kind","module"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["take-device","give-back-device","keep-device","reclaim-device"]},"handover":{"$ref":"#/$defs/handover"},"driver":{"$ref":"#/$defs/driver"}},"required":["kind","handover","driver"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["create-file","remove-file"]},"file":{"$ref":"#/$defs/path"},"sizeBytes":{"$ref":"#/$defs/bigint"}},"required":["kind","file","sizeBytes"],"additionalProperties":false},{"type":"object","properties":{"kind":{"enum":["make-vfs","remove-vfs"]},"vfs":{"$ref":"#/$defs/vfs"}},"required":["kind","vfs"],"additionalProperties":false}],"description":"A step that outlives the process, which alone is journalled."};
const schema23 = {"type":"string","pattern":"^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"};
const pattern4 = new RegExp("^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", "u");

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate59.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate59.errors = [{instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^(?!0x[0-9a-f]+n$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"}}];
return false;
}
}
else {
validate59.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}
validate59.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema24 = {"type":"array","maxItems":8,"items":{"type":"object","properties":{"name":{"$ref":"#/$defs/driver"},"value":{"type":"string","pattern":"^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$"}},"required":["name","value"],"additionalProperties":false}};
const pattern5 = new RegExp("^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$", "u");

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
if(Array.isArray(data)){
if(data.length > 8){
validate61.errors = [{instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 8}}];
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
validate61.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs3 = errors;
for(const key0 in data0){
if(!((key0 === "name") || (key0 === "value"))){
validate61.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs3 === errors){
if(data0.name !== undefined){
const _errs4 = errors;
if(!(validate59(data0.name, {instancePath:instancePath+"/" + i0+"/name",parentData:data0,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
if(!pattern5.test(data2)){
validate61.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^(?!0x[0-9a-f]+n$)[A-Za-z0-9_.,:-]{1,64}$"}}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/" + i0+"/value",schemaPath:"#/items/properties/value/type",keyword:"type",params:{type: "string"}}];
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
validate61.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
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
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}
validate61.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema25 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"formerDriver":{"anyOf":[{"$ref":"#/$defs/driver"},{"type":"null"}]},"formerOverride":{"anyOf":[{"$ref":"#/$defs/text"},{"type":"null"}]},"release":{"enum":["restore","keep"]}},"required":["device","address","formerDriver","formerOverride","release"],"additionalProperties":false};
const schema26 = {"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
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
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.device === undefined) && (missing0 = "device")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.formerDriver === undefined) && (missing0 = "formerDriver"))) || ((data.formerOverride === undefined) && (missing0 = "formerOverride"))) || ((data.release === undefined) && (missing0 = "release"))){
validate66.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "device") || (key0 === "address")) || (key0 === "formerDriver")) || (key0 === "formerOverride")) || (key0 === "release"))){
validate66.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.device !== undefined){
const _errs2 = errors;
if(!(validate54(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
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
if(!(validate59(data2, {instancePath:instancePath+"/formerDriver",parentData:data,parentDataProperty:"formerDriver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
validate66.errors = vErrors;
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
if(!(validate54(data3, {instancePath:instancePath+"/formerOverride",parentData:data,parentDataProperty:"formerOverride",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
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
validate66.errors = vErrors;
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
validate66.errors = [{instancePath:instancePath+"/release",schemaPath:"#/properties/release/enum",keyword:"enum",params:{allowedValues: schema25.properties.release.enum}}];
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
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema27 = {"type":"string","pattern":"^/[^\\u0000]{0,4094}$"};
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

const schema28 = {"description":"A 64-bit value, as bigint-json.ts writes it.","type":"string","pattern":"^0x[0-9a-f]{1,16}n$"};
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

const schema29 = {"type":"object","properties":{"device":{"$ref":"#/$defs/text"},"address":{"$ref":"#/$defs/address"},"count":{"type":"integer","minimum":1,"maximum":65535},"addresses":{"type":"array","items":{"$ref":"#/$defs/address"},"maxItems":65535}},"required":["device","address","count","addresses"],"additionalProperties":false};

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
if(!(validate54(data.device, {instancePath:instancePath+"/device",parentData:data,parentDataProperty:"device",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
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
if((data.kind === undefined) && (missing0 = "kind")){
validate58.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "module")) || (key0 === "parameters"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.kind !== undefined){
let data0 = data.kind;
const _errs5 = errors;
if(!((data0 === "load-module") || (data0 === "unload-module"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[0].properties.kind.enum}}];
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
if(!(validate59(data.module, {instancePath:instancePath+"/module",parentData:data,parentDataProperty:"module",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
if(!(validate61(data.parameters, {instancePath:instancePath+"/parameters",parentData:data,parentDataProperty:"parameters",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs10 = errors;
for(const key1 in data){
if(!(((key1 === "kind") || (key1 === "module")) || (key1 === "parameters"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs10 === errors){
if(data.kind !== undefined){
let data3 = data.kind;
const _errs11 = errors;
if(!((data3 === "load-module") || (data3 === "unload-module"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[0].properties.kind.enum}}];
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
if(!(validate59(data.module, {instancePath:instancePath+"/module",parentData:data,parentDataProperty:"module",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
if(!(validate61(data.parameters, {instancePath:instancePath+"/parameters",parentData:data,parentDataProperty:"parameters",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs16 = errors;
for(const key2 in data){
if(!(((key2 === "kind") || (key2 === "handover")) || (key2 === "driver"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs16 === errors){
if(data.kind !== undefined){
let data6 = data.kind;
const _errs17 = errors;
if(!((((data6 === "take-device") || (data6 === "give-back-device")) || (data6 === "keep-device")) || (data6 === "reclaim-device"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[1].properties.kind.enum}}];
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
if(!(validate66(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate59(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
const _errs22 = errors;
for(const key3 in data){
if(!(((key3 === "kind") || (key3 === "handover")) || (key3 === "driver"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}}];
return false;
break;
}
}
if(_errs22 === errors){
if(data.kind !== undefined){
let data9 = data.kind;
const _errs23 = errors;
if(!((((data9 === "take-device") || (data9 === "give-back-device")) || (data9 === "keep-device")) || (data9 === "reclaim-device"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[1].properties.kind.enum}}];
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
if(!(validate66(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate59(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
const _errs28 = errors;
for(const key4 in data){
if(!(((key4 === "kind") || (key4 === "handover")) || (key4 === "driver"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}}];
return false;
break;
}
}
if(_errs28 === errors){
if(data.kind !== undefined){
let data12 = data.kind;
const _errs29 = errors;
if(!((((data12 === "take-device") || (data12 === "give-back-device")) || (data12 === "keep-device")) || (data12 === "reclaim-device"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[1].properties.kind.enum}}];
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
if(!(validate66(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate59(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
const _errs34 = errors;
for(const key5 in data){
if(!(((key5 === "kind") || (key5 === "handover")) || (key5 === "driver"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}}];
return false;
break;
}
}
if(_errs34 === errors){
if(data.kind !== undefined){
let data15 = data.kind;
const _errs35 = errors;
if(!((((data15 === "take-device") || (data15 === "give-back-device")) || (data15 === "keep-device")) || (data15 === "reclaim-device"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[1].properties.kind.enum}}];
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
if(!(validate66(data.handover, {instancePath:instancePath+"/handover",parentData:data,parentDataProperty:"handover",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate59(data.driver, {instancePath:instancePath+"/driver",parentData:data,parentDataProperty:"driver",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
const _errs40 = errors;
for(const key6 in data){
if(!(((key6 === "kind") || (key6 === "file")) || (key6 === "sizeBytes"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}}];
return false;
break;
}
}
if(_errs40 === errors){
if(data.kind !== undefined){
let data18 = data.kind;
const _errs41 = errors;
if(!((data18 === "create-file") || (data18 === "remove-file"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[2].properties.kind.enum}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
const _errs46 = errors;
for(const key7 in data){
if(!(((key7 === "kind") || (key7 === "file")) || (key7 === "sizeBytes"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}}];
return false;
break;
}
}
if(_errs46 === errors){
if(data.kind !== undefined){
let data21 = data.kind;
const _errs47 = errors;
if(!((data21 === "create-file") || (data21 === "remove-file"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/2/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[2].properties.kind.enum}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/2/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
const _errs52 = errors;
for(const key8 in data){
if(!((key8 === "kind") || (key8 === "vfs"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}}];
return false;
break;
}
}
if(_errs52 === errors){
if(data.kind !== undefined){
let data24 = data.kind;
const _errs53 = errors;
if(!((data24 === "make-vfs") || (data24 === "remove-vfs"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[3].properties.kind.enum}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
const _errs57 = errors;
for(const key9 in data){
if(!((key9 === "kind") || (key9 === "vfs"))){
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}}];
return false;
break;
}
}
if(_errs57 === errors){
if(data.kind !== undefined){
let data26 = data.kind;
const _errs58 = errors;
if(!((data26 === "make-vfs") || (data26 === "remove-vfs"))){
validate58.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/oneOf/3/properties/kind/enum",keyword:"enum",params:{allowedValues: schema22.oneOf[3].properties.kind.enum}}];
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
validate58.errors = [{instancePath,schemaPath:"#/oneOf/3/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "kind", tagValue: tag0}}];
return false;
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "kind", tagValue: tag0}}];
return false;
}
}
}
else {
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate58.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate58.evaluated = {"dynamicProps":true,"dynamicItems":false};


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
if((data.record === undefined) && (missing0 = "record")){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const tag0 = data.record;
if(typeof tag0 == "string"){
if(tag0 === "begin"){
const _errs2 = errors;
if(errors === _errs2){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((((data.record === undefined) && (missing1 = "record")) || ((data.bootId === undefined) && (missing1 = "bootId"))) || ((data.operation === undefined) && (missing1 = "operation"))) || ((data.since === undefined) && (missing1 = "since"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((((key0 === "record") || (key0 === "bootId")) || (key0 === "operation")) || (key0 === "since"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs4 === errors){
if(data.record !== undefined){
const _errs5 = errors;
if("begin" !== data.record){
validate53.errors = [{instancePath:instancePath+"/record",schemaPath:"#/oneOf/0/properties/record/const",keyword:"const",params:{allowedValue: "begin"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.bootId !== undefined){
const _errs6 = errors;
if(!(validate54(data.bootId, {instancePath:instancePath+"/bootId",parentData:data,parentDataProperty:"bootId",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.operation !== undefined){
const _errs7 = errors;
if(!(validate54(data.operation, {instancePath:instancePath+"/operation",parentData:data,parentDataProperty:"operation",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.since !== undefined){
const _errs8 = errors;
if(!(validate54(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
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
}
else {
validate53.errors = [{instancePath,schemaPath:"#/oneOf/0/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var props0 = true;
}
else if(tag0 === "intent"){
const _errs9 = errors;
if(errors === _errs9){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.record === undefined) && (missing2 = "record")) || ((data.step === undefined) && (missing2 = "step"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
const _errs11 = errors;
for(const key1 in data){
if(!((key1 === "record") || (key1 === "step"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs11 === errors){
if(data.record !== undefined){
let data4 = data.record;
const _errs12 = errors;
if(!((data4 === "intent") || (data4 === "done"))){
validate53.errors = [{instancePath:instancePath+"/record",schemaPath:"#/oneOf/1/properties/record/enum",keyword:"enum",params:{allowedValues: schema20.oneOf[1].properties.record.enum}}];
return false;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data.step !== undefined){
const _errs13 = errors;
if(!(validate58(data.step, {instancePath:instancePath+"/step",parentData:data,parentDataProperty:"step",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
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
else {
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else if(tag0 === "done"){
const _errs14 = errors;
if(errors === _errs14){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.record === undefined) && (missing3 = "record")) || ((data.step === undefined) && (missing3 = "step"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
const _errs16 = errors;
for(const key2 in data){
if(!((key2 === "record") || (key2 === "step"))){
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}}];
return false;
break;
}
}
if(_errs16 === errors){
if(data.record !== undefined){
let data6 = data.record;
const _errs17 = errors;
if(!((data6 === "intent") || (data6 === "done"))){
validate53.errors = [{instancePath:instancePath+"/record",schemaPath:"#/oneOf/1/properties/record/enum",keyword:"enum",params:{allowedValues: schema20.oneOf[1].properties.record.enum}}];
return false;
}
var valid6 = _errs17 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data.step !== undefined){
const _errs18 = errors;
if(!(validate58(data.step, {instancePath:instancePath+"/step",parentData:data,parentDataProperty:"step",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid6 = _errs18 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/oneOf/1/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
if(props0 !== true){
props0 = true;
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "record", tagValue: tag0}}];
return false;
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "record", tagValue: tag0}}];
return false;
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate53.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate53.evaluated = {"dynamicProps":true,"dynamicItems":false};

