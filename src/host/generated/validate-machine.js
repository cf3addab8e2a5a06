// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.
"use strict";
export const validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:pasidctl:schema:machine.v1","title":"pasidctl machine","description":"A machine as `pasidctl inventory -o yaml` observed it; `--machine` plans for it. What is absent was absent, unset or zero.","type":"object","additionalProperties":false,"required":["apiVersion","kind","kernel"],"properties":{"apiVersion":{"description":"Version of this file format.","const":"pasidctl/v1","examples":["pasidctl/v1"]},"kind":{"description":"What the document describes: one machine.","const":"Machine","examples":["Machine"]},"kernel":{"description":"The kernel that runs.","$ref":"#/$defs/kernel"},"iommufd":{"description":"/dev/iommu exists.","type":"boolean","default":false,"examples":[true]},"modules":{"description":"Kernel modules that matter here and are present: /sys/module/<name>.","type":"array","items":{"type":"string"},"default":[],"examples":[["iommufd","vfio_pci"]]},"units":{"description":"IOMMU units: /sys/class/iommu.","type":"array","items":{"$ref":"#/$defs/unit"},"default":[]},"functions":{"description":"PCI functions: /sys/bus/pci/devices.","type":"array","items":{"$ref":"#/$defs/function"},"default":[]},"holders":{"description":"Processes with an open vfio device: /proc/<pid>/fdinfo.","type":"array","items":{"$ref":"#/$defs/holder"},"default":[]},"files":{"description":"Files that were asked for as guest memory, and exist.","type":"array","items":{"$ref":"#/$defs/file"},"default":[]}},"$defs":{"kernel":{"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""}}},"unit":{"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}},"function":{"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]}}},"capabilities":{"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null}}},"bridge":{"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}},"holder":{"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["address","pid"],"properties":{"address":{"description":"PCI address of the device.","$ref":"#/$defs/address"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}},"file":{"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]}}},"address":{"type":"string","pattern":"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},"hex16":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"},"hex64":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"},"count":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"nameOrNull":{"type":["string","null"]}}};
const schema32 = {"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""}}};
const schema57 = {"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]}}};
const func1 = Object.prototype.hasOwnProperty;
const schema33 = {"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}};
const schema34 = {"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"};
const schema36 = {"type":["integer","null"],"minimum":0,"maximum":9007199254740991};
const pattern4 = new RegExp("^0x[0-9a-fA-F]{1,16}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "version")) || (key0 === "cap")) || (key0 === "ecap")) || (key0 === "domainsSupported")) || (key0 === "domainsUsed"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.version !== undefined){
let data1 = data.version;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema33.properties.version.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cap !== undefined){
let data2 = data.cap;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
const err4 = {instancePath:instancePath+"/cap",schemaPath:"#/$defs/hex64/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,16}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,16}$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/cap",schemaPath:"#/$defs/hex64/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.ecap !== undefined){
let data3 = data.ecap;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
const err6 = {instancePath:instancePath+"/ecap",schemaPath:"#/$defs/hex64/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,16}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,16}$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/ecap",schemaPath:"#/$defs/hex64/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.domainsSupported !== undefined){
let data4 = data.domainsSupported;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
const err8 = {instancePath:instancePath+"/domainsSupported",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema36.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 9007199254740991 || isNaN(data4)){
const err9 = {instancePath:instancePath+"/domainsSupported",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/domainsSupported",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data.domainsUsed !== undefined){
let data5 = data.domainsUsed;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
const err11 = {instancePath:instancePath+"/domainsUsed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema36.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/domainsUsed",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err13 = {instancePath:instancePath+"/domainsUsed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema38 = {"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]}}};
const schema39 = {"type":"string","pattern":"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
const schema40 = {"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"};
const schema44 = {"type":["string","null"]};
const schema51 = {"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null}}};
const pattern6 = new RegExp("^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", "u");
const pattern7 = new RegExp("^0x[0-9a-fA-F]{1,4}$", "u");
const pattern11 = new RegExp("^0x[0-9a-fA-F]{1,6}$", "u");
const schema52 = {"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.address === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "address") || (key0 === "kind"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.address !== undefined){
let data0 = data.address;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!((data1 === "pcie") || (data1 === "conventional"))){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema52.properties.kind.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.address === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema38.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.address !== undefined){
let data0 = data.address;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err2 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.vendor !== undefined){
let data1 = data.vendor;
if(typeof data1 === "string"){
if(!pattern7.test(data1)){
const err4 = {instancePath:instancePath+"/vendor",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/vendor",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.device !== undefined){
let data2 = data.device;
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
const err6 = {instancePath:instancePath+"/device",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/device",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.subsystemVendor !== undefined){
let data3 = data.subsystemVendor;
if(typeof data3 === "string"){
if(!pattern7.test(data3)){
const err8 = {instancePath:instancePath+"/subsystemVendor",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/subsystemVendor",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.subsystemDevice !== undefined){
let data4 = data.subsystemDevice;
if(typeof data4 === "string"){
if(!pattern7.test(data4)){
const err10 = {instancePath:instancePath+"/subsystemDevice",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/subsystemDevice",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.classCode !== undefined){
let data5 = data.classCode;
if(typeof data5 === "string"){
if(!pattern11.test(data5)){
const err12 = {instancePath:instancePath+"/classCode",schemaPath:"#/properties/classCode/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,6}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,6}$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/classCode",schemaPath:"#/properties/classCode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.driver !== undefined){
let data6 = data.driver;
if((typeof data6 !== "string") && (data6 !== null)){
const err14 = {instancePath:instancePath+"/driver",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema44.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.driverOverride !== undefined){
let data7 = data.driverOverride;
if((typeof data7 !== "string") && (data7 !== null)){
const err15 = {instancePath:instancePath+"/driverOverride",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema44.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.unit !== undefined){
let data8 = data.unit;
if((typeof data8 !== "string") && (data8 !== null)){
const err16 = {instancePath:instancePath+"/unit",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema44.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.group !== undefined){
let data9 = data.group;
if((!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))) && (data9 !== null)){
const err17 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema36.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
const err18 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data9 < 0 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
if(data.numaNode !== undefined){
let data10 = data.numaNode;
if((!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))) && (data10 !== null)){
const err20 = {instancePath:instancePath+"/numaNode",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema36.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
const err21 = {instancePath:instancePath+"/numaNode",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data10 < 0 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/numaNode",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.physicalFunction !== undefined){
let data11 = data.physicalFunction;
const _errs35 = errors;
let valid11 = false;
const _errs36 = errors;
if(typeof data11 === "string"){
if(!pattern6.test(data11)){
const err23 = {instancePath:instancePath+"/physicalFunction",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/physicalFunction",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid0 = _errs36 === errors;
valid11 = valid11 || _valid0;
const _errs39 = errors;
if(data11 !== null){
const err25 = {instancePath:instancePath+"/physicalFunction",schemaPath:"#/properties/physicalFunction/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid0 = _errs39 === errors;
valid11 = valid11 || _valid0;
if(!valid11){
const err26 = {instancePath:instancePath+"/physicalFunction",schemaPath:"#/properties/physicalFunction/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
}
if(data.virtualFunctions !== undefined){
let data12 = data.virtualFunctions;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(typeof data13 === "string"){
if(!pattern6.test(data13)){
const err27 = {instancePath:instancePath+"/virtualFunctions/" + i0,schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/virtualFunctions/" + i0,schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/virtualFunctions",schemaPath:"#/properties/virtualFunctions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.totalVfs !== undefined){
let data14 = data.totalVfs;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err30 = {instancePath:instancePath+"/totalVfs",schemaPath:"#/properties/totalVfs/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
const err31 = {instancePath:instancePath+"/totalVfs",schemaPath:"#/properties/totalVfs/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err32 = {instancePath:instancePath+"/totalVfs",schemaPath:"#/properties/totalVfs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.capabilities !== undefined){
let data15 = data.capabilities;
const _errs49 = errors;
let valid16 = false;
const _errs50 = errors;
if("unknown" !== data15){
const err33 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/anyOf/0/const",keyword:"const",params:{allowedValue: "unknown"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid1 = _errs50 === errors;
valid16 = valid16 || _valid1;
const _errs51 = errors;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key1 in data15){
if(!(((key1 === "pasid") || (key1 === "ats")) || (key1 === "pri"))){
const err34 = {instancePath:instancePath+"/capabilities",schemaPath:"#/$defs/capabilities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.pasid !== undefined){
let data16 = data15.pasid;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
const err35 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/type",keyword:"type",params:{type: schema51.properties.pasid.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.widthBits === undefined){
const err36 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/required",keyword:"required",params:{missingProperty: "widthBits"},message:"must have required property '"+"widthBits"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key2 in data16){
if(!(((key2 === "widthBits") || (key2 === "exec")) || (key2 === "privileged"))){
const err37 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data16.widthBits !== undefined){
let data17 = data16.widthBits;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err38 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 31 || isNaN(data17)){
const err39 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31},message:"must be <= 31"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data17 < 0 || isNaN(data17)){
const err40 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data16.exec !== undefined){
if(typeof data16.exec !== "boolean"){
const err41 = {instancePath:instancePath+"/capabilities/pasid/exec",schemaPath:"#/$defs/capabilities/properties/pasid/properties/exec/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data16.privileged !== undefined){
if(typeof data16.privileged !== "boolean"){
const err42 = {instancePath:instancePath+"/capabilities/pasid/privileged",schemaPath:"#/$defs/capabilities/properties/pasid/properties/privileged/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
if(data15.ats !== undefined){
let data20 = data15.ats;
if((!(data20 && typeof data20 == "object" && !Array.isArray(data20))) && (data20 !== null)){
const err43 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/type",keyword:"type",params:{type: schema51.properties.ats.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.queueDepth === undefined){
const err44 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/required",keyword:"required",params:{missingProperty: "queueDepth"},message:"must have required property '"+"queueDepth"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key3 in data20){
if(!((key3 === "queueDepth") || (key3 === "enabled"))){
const err45 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data20.queueDepth !== undefined){
let data21 = data20.queueDepth;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err46 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 32 || isNaN(data21)){
const err47 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err48 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
if(data20.enabled !== undefined){
if(typeof data20.enabled !== "boolean"){
const err49 = {instancePath:instancePath+"/capabilities/ats/enabled",schemaPath:"#/$defs/capabilities/properties/ats/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
}
if(data15.pri !== undefined){
let data23 = data15.pri;
if((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (data23 !== null)){
const err50 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/type",keyword:"type",params:{type: schema51.properties.pri.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.capacity === undefined){
const err51 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/required",keyword:"required",params:{missingProperty: "capacity"},message:"must have required property '"+"capacity"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key4 in data23){
if(!((key4 === "capacity") || (key4 === "enabled"))){
const err52 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data23.capacity !== undefined){
let data24 = data23.capacity;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err53 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 4294967295 || isNaN(data24)){
const err54 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err55 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
if(data23.enabled !== undefined){
if(typeof data23.enabled !== "boolean"){
const err56 = {instancePath:instancePath+"/capabilities/pri/enabled",schemaPath:"#/$defs/capabilities/properties/pri/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
}
}
else {
const err57 = {instancePath:instancePath+"/capabilities",schemaPath:"#/$defs/capabilities/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var _valid1 = _errs51 === errors;
valid16 = valid16 || _valid1;
if(!valid16){
const err58 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
else {
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
}
}
if(data.bridge !== undefined){
let data26 = data.bridge;
const _errs79 = errors;
let valid22 = false;
const _errs80 = errors;
if(!(validate24(data26, {instancePath:instancePath+"/bridge",parentData:data,parentDataProperty:"bridge",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var _valid2 = _errs80 === errors;
valid22 = valid22 || _valid2;
const _errs81 = errors;
if(data26 !== null){
const err59 = {instancePath:instancePath+"/bridge",schemaPath:"#/properties/bridge/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var _valid2 = _errs81 === errors;
valid22 = valid22 || _valid2;
if(!valid22){
const err60 = {instancePath:instancePath+"/bridge",schemaPath:"#/properties/bridge/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
errors = _errs79;
if(vErrors !== null){
if(_errs79){
vErrors.length = _errs79;
}
else {
vErrors = null;
}
}
}
}
if(data.vfioDevice !== undefined){
let data27 = data.vfioDevice;
if((typeof data27 !== "string") && (data27 !== null)){
const err61 = {instancePath:instancePath+"/vfioDevice",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema44.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data.uses !== undefined){
let data28 = data.uses;
if(Array.isArray(data28)){
const len1 = data28.length;
for(let i1=0; i1<len1; i1++){
if(typeof data28[i1] !== "string"){
const err62 = {instancePath:instancePath+"/uses/" + i1,schemaPath:"#/properties/uses/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
else {
const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema55 = {"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["address","pid"],"properties":{"address":{"description":"PCI address of the device.","$ref":"#/$defs/address"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.address === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.pid === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pid"},message:"must have required property '"+"pid"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "address") || (key0 === "pid")) || (key0 === "command"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.address !== undefined){
let data0 = data.address;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.pid !== undefined){
let data1 = data.pid;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9999999 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999},message:"must be <= 9999999"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
const err8 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern16 = new RegExp("^/", "u");
const pattern17 = new RegExp("^[0-9]{1,19}$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:pasidctl:schema:machine.v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.kernel === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kernel"},message:"must have required property '"+"kernel"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if("pasidctl/v1" !== data.apiVersion){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "pasidctl/v1"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if("Machine" !== data.kind){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Machine"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kernel !== undefined){
let data2 = data.kernel;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.release === undefined){
const err6 = {instancePath:instancePath+"/kernel",schemaPath:"#/$defs/kernel/required",keyword:"required",params:{missingProperty: "release"},message:"must have required property '"+"release"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key1 in data2){
if(!(((key1 === "release") || (key1 === "commandLine")) || (key1 === "bootId"))){
const err7 = {instancePath:instancePath+"/kernel",schemaPath:"#/$defs/kernel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.release !== undefined){
if(typeof data2.release !== "string"){
const err8 = {instancePath:instancePath+"/kernel/release",schemaPath:"#/$defs/kernel/properties/release/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.commandLine !== undefined){
if(typeof data2.commandLine !== "string"){
const err9 = {instancePath:instancePath+"/kernel/commandLine",schemaPath:"#/$defs/kernel/properties/commandLine/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.bootId !== undefined){
if(typeof data2.bootId !== "string"){
const err10 = {instancePath:instancePath+"/kernel/bootId",schemaPath:"#/$defs/kernel/properties/bootId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/kernel",schemaPath:"#/$defs/kernel/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.iommufd !== undefined){
if(typeof data.iommufd !== "boolean"){
const err12 = {instancePath:instancePath+"/iommufd",schemaPath:"#/properties/iommufd/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.modules !== undefined){
let data7 = data.modules;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(typeof data7[i0] !== "string"){
const err13 = {instancePath:instancePath+"/modules/" + i0,schemaPath:"#/properties/modules/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/modules",schemaPath:"#/properties/modules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.units !== undefined){
let data9 = data.units;
if(Array.isArray(data9)){
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
if(!(validate21(data9[i1], {instancePath:instancePath+"/units/" + i1,parentData:data9,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.functions !== undefined){
let data11 = data.functions;
if(Array.isArray(data11)){
const len2 = data11.length;
for(let i2=0; i2<len2; i2++){
if(!(validate23(data11[i2], {instancePath:instancePath+"/functions/" + i2,parentData:data11,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err16 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.holders !== undefined){
let data13 = data.holders;
if(Array.isArray(data13)){
const len3 = data13.length;
for(let i3=0; i3<len3; i3++){
if(!(validate27(data13[i3], {instancePath:instancePath+"/holders/" + i3,parentData:data13,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err17 = {instancePath:instancePath+"/holders",schemaPath:"#/properties/holders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.files !== undefined){
let data15 = data.files;
if(Array.isArray(data15)){
const len4 = data15.length;
for(let i4=0; i4<len4; i4++){
let data16 = data15[i4];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.path === undefined){
const err18 = {instancePath:instancePath+"/files/" + i4,schemaPath:"#/$defs/file/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data16.sizeBytes === undefined){
const err19 = {instancePath:instancePath+"/files/" + i4,schemaPath:"#/$defs/file/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key2 in data16){
if(!((key2 === "path") || (key2 === "sizeBytes"))){
const err20 = {instancePath:instancePath+"/files/" + i4,schemaPath:"#/$defs/file/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data16.path !== undefined){
let data17 = data16.path;
if(typeof data17 === "string"){
if(!pattern16.test(data17)){
const err21 = {instancePath:instancePath+"/files/" + i4+"/path",schemaPath:"#/$defs/file/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/files/" + i4+"/path",schemaPath:"#/$defs/file/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data16.sizeBytes !== undefined){
let data18 = data16.sizeBytes;
if(typeof data18 === "string"){
if(!pattern17.test(data18)){
const err23 = {instancePath:instancePath+"/files/" + i4+"/sizeBytes",schemaPath:"#/$defs/file/properties/sizeBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/files/" + i4+"/sizeBytes",schemaPath:"#/$defs/file/properties/sizeBytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/files/" + i4,schemaPath:"#/$defs/file/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const schema = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:pasidctl:schema:machine.v1","title":"pasidctl machine","description":"A machine as `pasidctl inventory -o yaml` observed it; `--machine` plans for it. What is absent was absent, unset or zero.","type":"object","additionalProperties":false,"required":["apiVersion","kind","kernel"],"properties":{"apiVersion":{"description":"Version of this file format.","const":"pasidctl/v1","examples":["pasidctl/v1"]},"kind":{"description":"What the document describes: one machine.","const":"Machine","examples":["Machine"]},"kernel":{"description":"The kernel that runs.","$ref":"#/$defs/kernel"},"iommufd":{"description":"/dev/iommu exists.","type":"boolean","default":false,"examples":[true]},"modules":{"description":"Kernel modules that matter here and are present: /sys/module/<name>.","type":"array","items":{"type":"string"},"default":[],"examples":[["iommufd","vfio_pci"]]},"units":{"description":"IOMMU units: /sys/class/iommu.","type":"array","items":{"$ref":"#/$defs/unit"},"default":[]},"functions":{"description":"PCI functions: /sys/bus/pci/devices.","type":"array","items":{"$ref":"#/$defs/function"},"default":[]},"holders":{"description":"Processes with an open vfio device: /proc/<pid>/fdinfo.","type":"array","items":{"$ref":"#/$defs/holder"},"default":[]},"files":{"description":"Files that were asked for as guest memory, and exist.","type":"array","items":{"$ref":"#/$defs/file"},"default":[]}},"$defs":{"kernel":{"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""}}},"unit":{"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}},"function":{"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]}}},"capabilities":{"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null}}},"bridge":{"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}},"holder":{"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["address","pid"],"properties":{"address":{"description":"PCI address of the device.","$ref":"#/$defs/address"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}},"file":{"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]}}},"address":{"type":"string","pattern":"^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},"hex16":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"},"hex64":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"},"count":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"nameOrNull":{"type":["string","null"]}}};
