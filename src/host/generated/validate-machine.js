// Made by test/tools/generate-machine.mjs from schema/machine.v1.schema.json. Do not edit.
"use strict";
export const validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:pasidctl:schema:machine.v1","title":"pasidctl machine","description":"A machine as `pasidctl inventory -o yaml` observed it; `--machine` plans for it. What is absent was absent, unset or zero.","type":"object","additionalProperties":false,"required":["apiVersion","kind","kernel"],"properties":{"apiVersion":{"description":"Version of this file format.","const":"pasidctl/v1","examples":["pasidctl/v1"]},"kind":{"description":"What the document describes: one machine.","const":"Machine","examples":["Machine"]},"kernel":{"description":"The kernel that runs.","$ref":"#/$defs/kernel"},"iommufd":{"description":"/dev/iommu exists.","type":"boolean","default":false,"examples":[true]},"modules":{"description":"Kernel modules that matter here and are present: /sys/module/<name>.","type":"array","items":{"type":"string"},"default":[],"examples":[["iommufd","vfio_pci"]]},"firmware":{"description":"Firmware tables and hypervisor; absent when not recorded.","anyOf":[{"$ref":"#/$defs/firmware"},{"type":"null"}],"default":null},"parameters":{"description":"Parameters of kernel modules that decide something here; what is not listed was not read.","type":"array","items":{"$ref":"#/$defs/parameter"},"default":[]},"modprobe":{"description":"Lines of modprobe.d that may keep modules from loading, in the order of modprobe. Absent when not recorded.","type":["array","null"],"items":{"$ref":"#/$defs/modprobeOrder"},"default":null},"interruptChips":{"description":"Names of interrupt chips in use, from /proc/interrupts; a name that begins with IR- means interrupt remapping. Absent when not recorded.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["IR-IO-APIC","IR-PCI-MSIX-0000:6a:01.0"]]},"groups":{"description":"IOMMU groups: /sys/kernel/iommu_groups.","type":"array","items":{"$ref":"#/$defs/group"},"default":[]},"mounts":{"description":"Mounted file systems that guest memory may be on.","type":"array","items":{"$ref":"#/$defs/mount"},"default":[]},"memory":{"description":"Memory of the machine; absent when not recorded.","anyOf":[{"$ref":"#/$defs/memory"},{"type":"null"}],"default":null},"unreadProcesses":{"description":"Processes whose open files could not be read.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"units":{"description":"IOMMU units: /sys/class/iommu.","type":"array","items":{"$ref":"#/$defs/unit"},"default":[]},"functions":{"description":"PCI functions: /sys/bus/pci/devices.","type":"array","items":{"$ref":"#/$defs/function"},"default":[]},"holders":{"description":"Processes with an open vfio device or group: /proc/<pid>/fd.","type":"array","items":{"$ref":"#/$defs/holder"},"default":[]},"files":{"description":"Files that were asked for as guest memory, and exist.","type":"array","items":{"$ref":"#/$defs/file"},"default":[]}},"$defs":{"kernel":{"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""},"config":{"description":"Build options that decide something here: y, m or n. Absent when not recorded.","type":["object","null"],"additionalProperties":{"type":"string"},"default":null,"examples":[{"CONFIG_VFIO_DEVICE_CDEV":"y"}]}}},"firmware":{"title":"firmware","description":"Firmware tables and hypervisor.","type":"object","additionalProperties":false,"required":[],"properties":{"tables":{"description":"ACPI tables about IOMMUs that are there; absent when not listed.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["DMAR"]]},"dmarFlags":{"description":"Flags byte of the DMAR table; absent when not read.","type":["integer","null"],"minimum":0,"maximum":255,"default":null},"hypervisor":{"$ref":"#/$defs/nameOrNull","description":"The hypervisor under which the machine itself runs; absent on bare metal.","default":null}}},"parameter":{"title":"parameter","description":"A parameter of a kernel module.","type":"object","additionalProperties":false,"required":["module","name","value"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"name":{"description":"Name of the parameter.","type":"string","examples":["disable_denylist"]},"value":{"description":"Its value, as written.","type":"string","examples":["N"]},"source":{"description":"The file or word that decided.","type":"string","default":""},"state":{"description":"`effective`: the module is loaded with it; `configured`: it would be.","enum":["effective","configured"],"default":"effective"}}},"modprobeOrder":{"title":"modprobeOrder","description":"A line of modprobe.d about a module.","type":"object","additionalProperties":false,"required":["module","command","text"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"command":{"description":"`install`: a command runs instead of loading the module; `alias`: its name leads to another; `options`: the kernel refuses the value of a parameter.","enum":["install","alias","options"]},"text":{"description":"The command, the other name, or parameter=value.","type":"string","examples":["/bin/false"]},"source":{"description":"File and line.","type":"string","default":"","examples":["/etc/modprobe.d/vfio.conf:3"]}}},"group":{"title":"group","description":"An IOMMU group.","type":"object","additionalProperties":false,"required":["number"],"properties":{"number":{"description":"Its number.","type":"integer","minimum":0,"maximum":9007199254740991},"type":{"$ref":"#/$defs/nameOrNull","description":"Type of its default domain.","default":null,"examples":["DMA"]},"regions":{"description":"Reserved regions of all its members; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/region"},"default":null},"others":{"description":"Members that are no PCI functions; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/member"},"default":null}}},"member":{"title":"member","description":"A device of an IOMMU group that is no PCI function.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Its name in /sys/kernel/iommu_groups/N/devices.","type":"string","examples":["INTC1234:00"]},"driver":{"$ref":"#/$defs/nameOrNull","description":"Its driver; absent when unbound.","default":null}}},"region":{"title":"region","description":"A reserved region.","type":"object","additionalProperties":false,"required":["first","last","type"],"properties":{"first":{"description":"First address.","$ref":"#/$defs/hex64"},"last":{"description":"Last address.","$ref":"#/$defs/hex64"},"type":{"description":"What it is for.","type":"string","examples":["direct","direct-relaxable","reserved","msi"]}}},"mount":{"title":"mount","description":"A mounted file system.","type":"object","additionalProperties":false,"required":["mountPoint","type"],"properties":{"mountPoint":{"description":"Absolute path.","type":"string","pattern":"^/"},"type":{"description":"Its type.","type":"string","examples":["tmpfs"]},"readOnly":{"description":"Mounted read-only.","type":"boolean","default":false},"pageBytes":{"description":"Page size of hugetlbfs.","anyOf":[{"$ref":"#/$defs/pageSize"},{"type":"null"}],"default":null},"limitBytes":{"description":"All that files on it may take, by its option size; absent without one.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"freeBytes":{"description":"What files on it may still take; absent without a limit, or when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}},"memory":{"title":"memory","description":"Memory of the machine.","type":"object","additionalProperties":false,"required":[],"properties":{"totalBytes":{"description":"MemTotal of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"availableBytes":{"description":"MemAvailable of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"hugePages":{"description":"Huge pages by size.","type":"array","items":{"$ref":"#/$defs/hugePages"},"default":[]}}},"hugePages":{"title":"hugePages","description":"Huge pages of one size.","type":"object","additionalProperties":false,"required":["pageBytes","total","free"],"properties":{"pageBytes":{"description":"Size of a page.","$ref":"#/$defs/pageSize"},"total":{"description":"Pages in the pool.","type":"integer","minimum":0,"maximum":9007199254740991},"free":{"description":"Pages that are free and not reserved.","type":"integer","minimum":0,"maximum":9007199254740991},"growth":{"description":"Pages that the kernel may try to add on demand.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0}}},"unit":{"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}},"function":{"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"vfPlaces":{"description":"Where the VFs of a PF appear, from its own requester id on: sriov_offset and sriov_stride.","anyOf":[{"$ref":"#/$defs/vfPlaces"},{"type":"null"}],"default":null},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"express":{"description":"PCI Express facts that PASIDs depend on; `conventional` for a function without PCI Express, absent when not recorded.","anyOf":[{"const":"conventional"},{"$ref":"#/$defs/express"},{"type":"null"}],"default":null},"answers":{"description":"Whether it answers; false when all of its configuration space reads as ones.","type":["boolean","null"],"default":null},"resetMethods":{"description":"Ways to reset the function, in the order of use; empty when there is none, absent when not recorded.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["flr","bus"]]},"vmd":{"description":"The VMD controller that it is a child of.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"vfioLacks":{"description":"What a function on a vfio driver lacks: its character device, the node below /dev, or access to it.","enum":["cdev","node","access",null],"default":null},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]},"enabled":{"description":"What is switched on and ends with its driver, though nobody uses it now.","type":"array","items":{"type":"string"},"default":[],"examples":[["queue wq0.0 (user, dedicated)"]]}}},"capabilities":{"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false},"enabled":{"description":"Switched on; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false},"responsePasid":{"description":"PRG Response PASID Required; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null}}},"express":{"title":"express","description":"PCI Express facts of a function.","type":"object","additionalProperties":false,"required":["portType"],"properties":{"portType":{"description":"Device/port type: 0 endpoint, 4 root port, 9 integrated endpoint.","type":"integer","minimum":0,"maximum":15},"multiFunction":{"description":"The device has more functions.","type":"boolean","default":false},"tlpPrefix":{"description":"It passes End-End TLP prefixes on, which PASIDs are carried in; absent when its second capability register is all zeros.","type":["boolean","null"],"default":null},"acs":{"description":"ACS capability and control registers; absent without ACS.","type":["object","null"],"additionalProperties":false,"required":["capable","control"],"properties":{"capable":{"description":"Capability register.","$ref":"#/$defs/hex16"},"control":{"description":"Control register.","$ref":"#/$defs/hex16"}},"default":null}}},"vfPlaces":{"title":"vfPlaces","description":"Where the VFs of a PF appear.","type":"object","additionalProperties":false,"required":["offset","stride"],"properties":{"offset":{"description":"Of the first VF.","type":"integer","minimum":0,"maximum":65535},"stride":{"description":"From one VF to the next.","type":"integer","minimum":0,"maximum":65535},"device":{"description":"PCI device id of the VFs: sriov_vf_device; absent when it was not read.","anyOf":[{"$ref":"#/$defs/hex16"},{"type":"null"}],"default":null,"examples":["0x4941"]}}},"bridge":{"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}},"holder":{"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["pid"],"properties":{"address":{"description":"PCI address of the device; absent when the kernel does not show which it is.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"through":{"description":"The open file: the device itself, or the file of its whole group.","enum":["device","group"],"default":"device"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}},"file":{"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]},"allocatedBytes":{"description":"What is allocated of it; absent when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}},"address":{"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},"hex16":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"},"hex64":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"},"count":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"nameOrNull":{"type":["string","null"]},"pageSize":{"type":"string","pattern":"^[1-9][0-9]{0,18}$","examples":["2097152"]},"bytes":{"type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]}}};
const schema32 = {"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""},"config":{"description":"Build options that decide something here: y, m or n. Absent when not recorded.","type":["object","null"],"additionalProperties":{"type":"string"},"default":null,"examples":[{"CONFIG_VFIO_DEVICE_CDEV":"y"}]}}};
const schema35 = {"title":"parameter","description":"A parameter of a kernel module.","type":"object","additionalProperties":false,"required":["module","name","value"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"name":{"description":"Name of the parameter.","type":"string","examples":["disable_denylist"]},"value":{"description":"Its value, as written.","type":"string","examples":["N"]},"source":{"description":"The file or word that decided.","type":"string","default":""},"state":{"description":"`effective`: the module is loaded with it; `configured`: it would be.","enum":["effective","configured"],"default":"effective"}}};
const schema36 = {"title":"modprobeOrder","description":"A line of modprobe.d about a module.","type":"object","additionalProperties":false,"required":["module","command","text"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"command":{"description":"`install`: a command runs instead of loading the module; `alias`: its name leads to another; `options`: the kernel refuses the value of a parameter.","enum":["install","alias","options"]},"text":{"description":"The command, the other name, or parameter=value.","type":"string","examples":["/bin/false"]},"source":{"description":"File and line.","type":"string","default":"","examples":["/etc/modprobe.d/vfio.conf:3"]}}};
const func1 = Object.prototype.hasOwnProperty;
const schema33 = {"title":"firmware","description":"Firmware tables and hypervisor.","type":"object","additionalProperties":false,"required":[],"properties":{"tables":{"description":"ACPI tables about IOMMUs that are there; absent when not listed.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["DMAR"]]},"dmarFlags":{"description":"Flags byte of the DMAR table; absent when not read.","type":["integer","null"],"minimum":0,"maximum":255,"default":null},"hypervisor":{"$ref":"#/$defs/nameOrNull","description":"The hypervisor under which the machine itself runs; absent on bare metal.","default":null}}};
const schema34 = {"type":["string","null"]};

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
for(const key0 in data){
if(!(((key0 === "tables") || (key0 === "dmarFlags")) || (key0 === "hypervisor"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tables !== undefined){
let data0 = data.tables;
if((!(Array.isArray(data0))) && (data0 !== null)){
const err1 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: schema33.properties.tables.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
const err2 = {instancePath:instancePath+"/tables/" + i0,schemaPath:"#/properties/tables/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
if(data.dmarFlags !== undefined){
let data2 = data.dmarFlags;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
const err3 = {instancePath:instancePath+"/dmarFlags",schemaPath:"#/properties/dmarFlags/type",keyword:"type",params:{type: schema33.properties.dmarFlags.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 255 || isNaN(data2)){
const err4 = {instancePath:instancePath+"/dmarFlags",schemaPath:"#/properties/dmarFlags/maximum",keyword:"maximum",params:{comparison: "<=", limit: 255},message:"must be <= 255"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err5 = {instancePath:instancePath+"/dmarFlags",schemaPath:"#/properties/dmarFlags/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.hypervisor !== undefined){
let data3 = data.hypervisor;
if((typeof data3 !== "string") && (data3 !== null)){
const err6 = {instancePath:instancePath+"/hypervisor",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema37 = {"title":"group","description":"An IOMMU group.","type":"object","additionalProperties":false,"required":["number"],"properties":{"number":{"description":"Its number.","type":"integer","minimum":0,"maximum":9007199254740991},"type":{"$ref":"#/$defs/nameOrNull","description":"Type of its default domain.","default":null,"examples":["DMA"]},"regions":{"description":"Reserved regions of all its members; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/region"},"default":null},"others":{"description":"Members that are no PCI functions; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/member"},"default":null}}};
const schema39 = {"title":"region","description":"A reserved region.","type":"object","additionalProperties":false,"required":["first","last","type"],"properties":{"first":{"description":"First address.","$ref":"#/$defs/hex64"},"last":{"description":"Last address.","$ref":"#/$defs/hex64"},"type":{"description":"What it is for.","type":"string","examples":["direct","direct-relaxable","reserved","msi"]}}};
const schema40 = {"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"};
const pattern4 = new RegExp("^0x[0-9a-fA-F]{1,16}$", "u");

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
if(data.first === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "first"},message:"must have required property '"+"first"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.last === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "last"},message:"must have required property '"+"last"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.type === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "first") || (key0 === "last")) || (key0 === "type"))){
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
if(data.first !== undefined){
let data0 = data.first;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
const err4 = {instancePath:instancePath+"/first",schemaPath:"#/$defs/hex64/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,16}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,16}$"+"\""};
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
const err5 = {instancePath:instancePath+"/first",schemaPath:"#/$defs/hex64/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.last !== undefined){
let data1 = data.last;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err6 = {instancePath:instancePath+"/last",schemaPath:"#/$defs/hex64/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,16}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,16}$"+"\""};
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
const err7 = {instancePath:instancePath+"/last",schemaPath:"#/$defs/hex64/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema42 = {"title":"member","description":"A device of an IOMMU group that is no PCI function.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Its name in /sys/kernel/iommu_groups/N/devices.","type":"string","examples":["INTC1234:00"]},"driver":{"$ref":"#/$defs/nameOrNull","description":"Its driver; absent when unbound.","default":null}}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
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
if(!((key0 === "name") || (key0 === "driver"))){
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
if(data.driver !== undefined){
let data1 = data.driver;
if((typeof data1 !== "string") && (data1 !== null)){
const err3 = {instancePath:instancePath+"/driver",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(data.number === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "number"},message:"must have required property '"+"number"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "number") || (key0 === "type")) || (key0 === "regions")) || (key0 === "others"))){
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
if(data.number !== undefined){
let data0 = data.number;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/number",schemaPath:"#/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/number",schemaPath:"#/properties/number/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/number",schemaPath:"#/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.type !== undefined){
let data1 = data.type;
if((typeof data1 !== "string") && (data1 !== null)){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.regions !== undefined){
let data2 = data.regions;
if((!(Array.isArray(data2))) && (data2 !== null)){
const err6 = {instancePath:instancePath+"/regions",schemaPath:"#/properties/regions/type",keyword:"type",params:{type: schema37.properties.regions.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate24(data2[i0], {instancePath:instancePath+"/regions/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
}
if(data.others !== undefined){
let data4 = data.others;
if((!(Array.isArray(data4))) && (data4 !== null)){
const err7 = {instancePath:instancePath+"/others",schemaPath:"#/properties/others/type",keyword:"type",params:{type: schema37.properties.others.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(!(validate26(data4[i1], {instancePath:instancePath+"/others/" + i1,parentData:data4,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema44 = {"title":"mount","description":"A mounted file system.","type":"object","additionalProperties":false,"required":["mountPoint","type"],"properties":{"mountPoint":{"description":"Absolute path.","type":"string","pattern":"^/"},"type":{"description":"Its type.","type":"string","examples":["tmpfs"]},"readOnly":{"description":"Mounted read-only.","type":"boolean","default":false},"pageBytes":{"description":"Page size of hugetlbfs.","anyOf":[{"$ref":"#/$defs/pageSize"},{"type":"null"}],"default":null},"limitBytes":{"description":"All that files on it may take, by its option size; absent without one.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"freeBytes":{"description":"What files on it may still take; absent without a limit, or when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}};
const schema45 = {"type":"string","pattern":"^[1-9][0-9]{0,18}$","examples":["2097152"]};
const schema46 = {"type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]};
const pattern6 = new RegExp("^/", "u");
const pattern7 = new RegExp("^[1-9][0-9]{0,18}$", "u");
const pattern8 = new RegExp("^[0-9]{1,19}$", "u");

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mountPoint === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "mountPoint"},message:"must have required property '"+"mountPoint"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.type === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "mountPoint") || (key0 === "type")) || (key0 === "readOnly")) || (key0 === "pageBytes")) || (key0 === "limitBytes")) || (key0 === "freeBytes"))){
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
if(data.mountPoint !== undefined){
let data0 = data.mountPoint;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/mountPoint",schemaPath:"#/properties/mountPoint/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
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
const err4 = {instancePath:instancePath+"/mountPoint",schemaPath:"#/properties/mountPoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.type !== undefined){
if(typeof data.type !== "string"){
const err5 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.readOnly !== undefined){
if(typeof data.readOnly !== "boolean"){
const err6 = {instancePath:instancePath+"/readOnly",schemaPath:"#/properties/readOnly/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.pageBytes !== undefined){
let data3 = data.pageBytes;
const _errs9 = errors;
let valid1 = false;
const _errs10 = errors;
if(typeof data3 === "string"){
if(!pattern7.test(data3)){
const err7 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/$defs/pageSize/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,18}$"},message:"must match pattern \""+"^[1-9][0-9]{0,18}$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/$defs/pageSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs10 === errors;
valid1 = valid1 || _valid0;
const _errs13 = errors;
if(data3 !== null){
const err9 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/properties/pageBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err10 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/properties/pageBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
}
}
if(data.limitBytes !== undefined){
let data4 = data.limitBytes;
const _errs16 = errors;
let valid3 = false;
const _errs17 = errors;
if(typeof data4 === "string"){
if(!pattern8.test(data4)){
const err11 = {instancePath:instancePath+"/limitBytes",schemaPath:"#/$defs/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/limitBytes",schemaPath:"#/$defs/bytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid1 = _errs17 === errors;
valid3 = valid3 || _valid1;
const _errs20 = errors;
if(data4 !== null){
const err13 = {instancePath:instancePath+"/limitBytes",schemaPath:"#/properties/limitBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid1 = _errs20 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const err14 = {instancePath:instancePath+"/limitBytes",schemaPath:"#/properties/limitBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
}
if(data.freeBytes !== undefined){
let data5 = data.freeBytes;
const _errs23 = errors;
let valid5 = false;
const _errs24 = errors;
if(typeof data5 === "string"){
if(!pattern8.test(data5)){
const err15 = {instancePath:instancePath+"/freeBytes",schemaPath:"#/$defs/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/freeBytes",schemaPath:"#/$defs/bytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid2 = _errs24 === errors;
valid5 = valid5 || _valid2;
const _errs27 = errors;
if(data5 !== null){
const err17 = {instancePath:instancePath+"/freeBytes",schemaPath:"#/properties/freeBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid2 = _errs27 === errors;
valid5 = valid5 || _valid2;
if(!valid5){
const err18 = {instancePath:instancePath+"/freeBytes",schemaPath:"#/properties/freeBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema48 = {"title":"memory","description":"Memory of the machine.","type":"object","additionalProperties":false,"required":[],"properties":{"totalBytes":{"description":"MemTotal of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"availableBytes":{"description":"MemAvailable of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"hugePages":{"description":"Huge pages by size.","type":"array","items":{"$ref":"#/$defs/hugePages"},"default":[]}}};
const schema51 = {"title":"hugePages","description":"Huge pages of one size.","type":"object","additionalProperties":false,"required":["pageBytes","total","free"],"properties":{"pageBytes":{"description":"Size of a page.","$ref":"#/$defs/pageSize"},"total":{"description":"Pages in the pool.","type":"integer","minimum":0,"maximum":9007199254740991},"free":{"description":"Pages that are free and not reserved.","type":"integer","minimum":0,"maximum":9007199254740991},"growth":{"description":"Pages that the kernel may try to add on demand.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0}}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pageBytes === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pageBytes"},message:"must have required property '"+"pageBytes"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.total === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.free === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "free"},message:"must have required property '"+"free"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "pageBytes") || (key0 === "total")) || (key0 === "free")) || (key0 === "growth"))){
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
if(data.pageBytes !== undefined){
let data0 = data.pageBytes;
if(typeof data0 === "string"){
if(!pattern7.test(data0)){
const err4 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/$defs/pageSize/pattern",keyword:"pattern",params:{pattern: "^[1-9][0-9]{0,18}$"},message:"must match pattern \""+"^[1-9][0-9]{0,18}$"+"\""};
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
const err5 = {instancePath:instancePath+"/pageBytes",schemaPath:"#/$defs/pageSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.total !== undefined){
let data1 = data.total;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err6 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err8 = {instancePath:instancePath+"/total",schemaPath:"#/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.free !== undefined){
let data2 = data.free;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err9 = {instancePath:instancePath+"/free",schemaPath:"#/properties/free/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9007199254740991 || isNaN(data2)){
const err10 = {instancePath:instancePath+"/free",schemaPath:"#/properties/free/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2 < 0 || isNaN(data2)){
const err11 = {instancePath:instancePath+"/free",schemaPath:"#/properties/free/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.growth !== undefined){
let data3 = data.growth;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err12 = {instancePath:instancePath+"/growth",schemaPath:"#/properties/growth/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 9007199254740991 || isNaN(data3)){
const err13 = {instancePath:instancePath+"/growth",schemaPath:"#/properties/growth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err14 = {instancePath:instancePath+"/growth",schemaPath:"#/properties/growth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "totalBytes") || (key0 === "availableBytes")) || (key0 === "hugePages"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.totalBytes !== undefined){
let data0 = data.totalBytes;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern8.test(data0)){
const err1 = {instancePath:instancePath+"/totalBytes",schemaPath:"#/$defs/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/totalBytes",schemaPath:"#/$defs/bytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs7 = errors;
if(data0 !== null){
const err3 = {instancePath:instancePath+"/totalBytes",schemaPath:"#/properties/totalBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err4 = {instancePath:instancePath+"/totalBytes",schemaPath:"#/properties/totalBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.availableBytes !== undefined){
let data1 = data.availableBytes;
const _errs10 = errors;
let valid3 = false;
const _errs11 = errors;
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
const err5 = {instancePath:instancePath+"/availableBytes",schemaPath:"#/$defs/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/availableBytes",schemaPath:"#/$defs/bytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs11 === errors;
valid3 = valid3 || _valid1;
const _errs14 = errors;
if(data1 !== null){
const err7 = {instancePath:instancePath+"/availableBytes",schemaPath:"#/properties/availableBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const err8 = {instancePath:instancePath+"/availableBytes",schemaPath:"#/properties/availableBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
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
}
if(data.hugePages !== undefined){
let data2 = data.hugePages;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate32(data2[i0], {instancePath:instancePath+"/hugePages/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err9 = {instancePath:instancePath+"/hugePages",schemaPath:"#/properties/hugePages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema53 = {"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}};
const schema56 = {"type":["integer","null"],"minimum":0,"maximum":9007199254740991};

function validate35(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate35.evaluated;
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
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema53.properties.version.type},message:"must be string,null"};
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
const err8 = {instancePath:instancePath+"/domainsSupported",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema56.type},message:"must be integer,null"};
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
const err11 = {instancePath:instancePath+"/domainsUsed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema56.type},message:"must be integer,null"};
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
validate35.errors = vErrors;
return errors === 0;
}
validate35.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema58 = {"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"vfPlaces":{"description":"Where the VFs of a PF appear, from its own requester id on: sriov_offset and sriov_stride.","anyOf":[{"$ref":"#/$defs/vfPlaces"},{"type":"null"}],"default":null},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"express":{"description":"PCI Express facts that PASIDs depend on; `conventional` for a function without PCI Express, absent when not recorded.","anyOf":[{"const":"conventional"},{"$ref":"#/$defs/express"},{"type":"null"}],"default":null},"answers":{"description":"Whether it answers; false when all of its configuration space reads as ones.","type":["boolean","null"],"default":null},"resetMethods":{"description":"Ways to reset the function, in the order of use; empty when there is none, absent when not recorded.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["flr","bus"]]},"vmd":{"description":"The VMD controller that it is a child of.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"vfioLacks":{"description":"What a function on a vfio driver lacks: its character device, the node below /dev, or access to it.","enum":["cdev","node","access",null],"default":null},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]},"enabled":{"description":"What is switched on and ends with its driver, though nobody uses it now.","type":"array","items":{"type":"string"},"default":[],"examples":[["queue wq0.0 (user, dedicated)"]]}}};
const schema59 = {"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"};
const schema60 = {"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"};
const schema73 = {"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false},"enabled":{"description":"Switched on; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false},"responsePasid":{"description":"PRG Response PASID Required; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null}}};
const pattern15 = new RegExp("^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", "u");
const pattern16 = new RegExp("^0x[0-9a-fA-F]{1,4}$", "u");
const pattern20 = new RegExp("^0x[0-9a-fA-F]{1,6}$", "u");
const schema71 = {"title":"vfPlaces","description":"Where the VFs of a PF appear.","type":"object","additionalProperties":false,"required":["offset","stride"],"properties":{"offset":{"description":"Of the first VF.","type":"integer","minimum":0,"maximum":65535},"stride":{"description":"From one VF to the next.","type":"integer","minimum":0,"maximum":65535},"device":{"description":"PCI device id of the VFs: sriov_vf_device; absent when it was not read.","anyOf":[{"$ref":"#/$defs/hex16"},{"type":"null"}],"default":null,"examples":["0x4941"]}}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.offset === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "offset"},message:"must have required property '"+"offset"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.stride === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stride"},message:"must have required property '"+"stride"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "offset") || (key0 === "stride")) || (key0 === "device"))){
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
if(data.offset !== undefined){
let data0 = data.offset;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 65535 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/offset",schemaPath:"#/properties/offset/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.stride !== undefined){
let data1 = data.stride;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err6 = {instancePath:instancePath+"/stride",schemaPath:"#/properties/stride/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 65535 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/stride",schemaPath:"#/properties/stride/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err8 = {instancePath:instancePath+"/stride",schemaPath:"#/properties/stride/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.device !== undefined){
let data2 = data.device;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(typeof data2 === "string"){
if(!pattern16.test(data2)){
const err9 = {instancePath:instancePath+"/device",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/device",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
const _errs11 = errors;
if(data2 !== null){
const err11 = {instancePath:instancePath+"/device",schemaPath:"#/properties/device/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err12 = {instancePath:instancePath+"/device",schemaPath:"#/properties/device/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema74 = {"title":"express","description":"PCI Express facts of a function.","type":"object","additionalProperties":false,"required":["portType"],"properties":{"portType":{"description":"Device/port type: 0 endpoint, 4 root port, 9 integrated endpoint.","type":"integer","minimum":0,"maximum":15},"multiFunction":{"description":"The device has more functions.","type":"boolean","default":false},"tlpPrefix":{"description":"It passes End-End TLP prefixes on, which PASIDs are carried in; absent when its second capability register is all zeros.","type":["boolean","null"],"default":null},"acs":{"description":"ACS capability and control registers; absent without ACS.","type":["object","null"],"additionalProperties":false,"required":["capable","control"],"properties":{"capable":{"description":"Capability register.","$ref":"#/$defs/hex16"},"control":{"description":"Control register.","$ref":"#/$defs/hex16"}},"default":null}}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.portType === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "portType"},message:"must have required property '"+"portType"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "portType") || (key0 === "multiFunction")) || (key0 === "tlpPrefix")) || (key0 === "acs"))){
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
if(data.portType !== undefined){
let data0 = data.portType;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/portType",schemaPath:"#/properties/portType/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 15 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/portType",schemaPath:"#/properties/portType/maximum",keyword:"maximum",params:{comparison: "<=", limit: 15},message:"must be <= 15"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0 < 0 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/portType",schemaPath:"#/properties/portType/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
if(data.multiFunction !== undefined){
if(typeof data.multiFunction !== "boolean"){
const err5 = {instancePath:instancePath+"/multiFunction",schemaPath:"#/properties/multiFunction/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.tlpPrefix !== undefined){
let data2 = data.tlpPrefix;
if((typeof data2 !== "boolean") && (data2 !== null)){
const err6 = {instancePath:instancePath+"/tlpPrefix",schemaPath:"#/properties/tlpPrefix/type",keyword:"type",params:{type: schema74.properties.tlpPrefix.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.acs !== undefined){
let data3 = data.acs;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
const err7 = {instancePath:instancePath+"/acs",schemaPath:"#/properties/acs/type",keyword:"type",params:{type: schema74.properties.acs.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.capable === undefined){
const err8 = {instancePath:instancePath+"/acs",schemaPath:"#/properties/acs/required",keyword:"required",params:{missingProperty: "capable"},message:"must have required property '"+"capable"+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data3.control === undefined){
const err9 = {instancePath:instancePath+"/acs",schemaPath:"#/properties/acs/required",keyword:"required",params:{missingProperty: "control"},message:"must have required property '"+"control"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 in data3){
if(!((key1 === "capable") || (key1 === "control"))){
const err10 = {instancePath:instancePath+"/acs",schemaPath:"#/properties/acs/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.capable !== undefined){
let data4 = data3.capable;
if(typeof data4 === "string"){
if(!pattern16.test(data4)){
const err11 = {instancePath:instancePath+"/acs/capable",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/acs/capable",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.control !== undefined){
let data5 = data3.control;
if(typeof data5 === "string"){
if(!pattern16.test(data5)){
const err13 = {instancePath:instancePath+"/acs/control",schemaPath:"#/$defs/hex16/pattern",keyword:"pattern",params:{pattern: "^0x[0-9a-fA-F]{1,4}$"},message:"must match pattern \""+"^0x[0-9a-fA-F]{1,4}$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/acs/control",schemaPath:"#/$defs/hex16/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema78 = {"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
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
if(!pattern15.test(data0)){
const err3 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
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
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema78.properties.kind.enum},message:"must be equal to one of the allowed values"};
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
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
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
if(!(func1.call(schema58.properties, key0))){
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
if(!pattern15.test(data0)){
const err2 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
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
if(!pattern16.test(data1)){
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
if(!pattern16.test(data2)){
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
if(!pattern16.test(data3)){
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
if(!pattern16.test(data4)){
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
if(!pattern20.test(data5)){
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
const err14 = {instancePath:instancePath+"/driver",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
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
const err15 = {instancePath:instancePath+"/driverOverride",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
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
const err16 = {instancePath:instancePath+"/unit",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
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
const err17 = {instancePath:instancePath+"/group",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema56.type},message:"must be integer,null"};
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
const err20 = {instancePath:instancePath+"/numaNode",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: schema56.type},message:"must be integer,null"};
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
if(!pattern15.test(data11)){
const err23 = {instancePath:instancePath+"/physicalFunction",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
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
if(!pattern15.test(data13)){
const err27 = {instancePath:instancePath+"/virtualFunctions/" + i0,schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
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
if(data.vfPlaces !== undefined){
let data15 = data.vfPlaces;
const _errs49 = errors;
let valid16 = false;
const _errs50 = errors;
if(!(validate38(data15, {instancePath:instancePath+"/vfPlaces",parentData:data,parentDataProperty:"vfPlaces",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
var _valid1 = _errs50 === errors;
valid16 = valid16 || _valid1;
const _errs51 = errors;
if(data15 !== null){
const err33 = {instancePath:instancePath+"/vfPlaces",schemaPath:"#/properties/vfPlaces/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
var _valid1 = _errs51 === errors;
valid16 = valid16 || _valid1;
if(!valid16){
const err34 = {instancePath:instancePath+"/vfPlaces",schemaPath:"#/properties/vfPlaces/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
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
if(data.capabilities !== undefined){
let data16 = data.capabilities;
const _errs54 = errors;
let valid17 = false;
const _errs55 = errors;
if("unknown" !== data16){
const err35 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/anyOf/0/const",keyword:"const",params:{allowedValue: "unknown"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var _valid2 = _errs55 === errors;
valid17 = valid17 || _valid2;
const _errs56 = errors;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key1 in data16){
if(!(((key1 === "pasid") || (key1 === "ats")) || (key1 === "pri"))){
const err36 = {instancePath:instancePath+"/capabilities",schemaPath:"#/$defs/capabilities/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data16.pasid !== undefined){
let data17 = data16.pasid;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
const err37 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/type",keyword:"type",params:{type: schema73.properties.pasid.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.widthBits === undefined){
const err38 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/required",keyword:"required",params:{missingProperty: "widthBits"},message:"must have required property '"+"widthBits"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
for(const key2 in data17){
if(!((((key2 === "widthBits") || (key2 === "exec")) || (key2 === "privileged")) || (key2 === "enabled"))){
const err39 = {instancePath:instancePath+"/capabilities/pasid",schemaPath:"#/$defs/capabilities/properties/pasid/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data17.widthBits !== undefined){
let data18 = data17.widthBits;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err40 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 31 || isNaN(data18)){
const err41 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/maximum",keyword:"maximum",params:{comparison: "<=", limit: 31},message:"must be <= 31"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data18 < 0 || isNaN(data18)){
const err42 = {instancePath:instancePath+"/capabilities/pasid/widthBits",schemaPath:"#/$defs/capabilities/properties/pasid/properties/widthBits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data17.exec !== undefined){
if(typeof data17.exec !== "boolean"){
const err43 = {instancePath:instancePath+"/capabilities/pasid/exec",schemaPath:"#/$defs/capabilities/properties/pasid/properties/exec/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data17.privileged !== undefined){
if(typeof data17.privileged !== "boolean"){
const err44 = {instancePath:instancePath+"/capabilities/pasid/privileged",schemaPath:"#/$defs/capabilities/properties/pasid/properties/privileged/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data17.enabled !== undefined){
let data21 = data17.enabled;
if((typeof data21 !== "boolean") && (data21 !== null)){
const err45 = {instancePath:instancePath+"/capabilities/pasid/enabled",schemaPath:"#/$defs/capabilities/properties/pasid/properties/enabled/type",keyword:"type",params:{type: schema73.properties.pasid.properties.enabled.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
}
if(data16.ats !== undefined){
let data22 = data16.ats;
if((!(data22 && typeof data22 == "object" && !Array.isArray(data22))) && (data22 !== null)){
const err46 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/type",keyword:"type",params:{type: schema73.properties.ats.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.queueDepth === undefined){
const err47 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/required",keyword:"required",params:{missingProperty: "queueDepth"},message:"must have required property '"+"queueDepth"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
for(const key3 in data22){
if(!((key3 === "queueDepth") || (key3 === "enabled"))){
const err48 = {instancePath:instancePath+"/capabilities/ats",schemaPath:"#/$defs/capabilities/properties/ats/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data22.queueDepth !== undefined){
let data23 = data22.queueDepth;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
const err49 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 32 || isNaN(data23)){
const err50 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data23 < 1 || isNaN(data23)){
const err51 = {instancePath:instancePath+"/capabilities/ats/queueDepth",schemaPath:"#/$defs/capabilities/properties/ats/properties/queueDepth/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
if(data22.enabled !== undefined){
if(typeof data22.enabled !== "boolean"){
const err52 = {instancePath:instancePath+"/capabilities/ats/enabled",schemaPath:"#/$defs/capabilities/properties/ats/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
}
if(data16.pri !== undefined){
let data25 = data16.pri;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
const err53 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/type",keyword:"type",params:{type: schema73.properties.pri.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.capacity === undefined){
const err54 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/required",keyword:"required",params:{missingProperty: "capacity"},message:"must have required property '"+"capacity"+"'"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key4 in data25){
if(!(((key4 === "capacity") || (key4 === "enabled")) || (key4 === "responsePasid"))){
const err55 = {instancePath:instancePath+"/capabilities/pri",schemaPath:"#/$defs/capabilities/properties/pri/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data25.capacity !== undefined){
let data26 = data25.capacity;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
const err56 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 4294967295 || isNaN(data26)){
const err57 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data26 < 0 || isNaN(data26)){
const err58 = {instancePath:instancePath+"/capabilities/pri/capacity",schemaPath:"#/$defs/capabilities/properties/pri/properties/capacity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data25.enabled !== undefined){
if(typeof data25.enabled !== "boolean"){
const err59 = {instancePath:instancePath+"/capabilities/pri/enabled",schemaPath:"#/$defs/capabilities/properties/pri/properties/enabled/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data25.responsePasid !== undefined){
let data28 = data25.responsePasid;
if((typeof data28 !== "boolean") && (data28 !== null)){
const err60 = {instancePath:instancePath+"/capabilities/pri/responsePasid",schemaPath:"#/$defs/capabilities/properties/pri/properties/responsePasid/type",keyword:"type",params:{type: schema73.properties.pri.properties.responsePasid.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
}
}
else {
const err61 = {instancePath:instancePath+"/capabilities",schemaPath:"#/$defs/capabilities/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid2 = _errs56 === errors;
valid17 = valid17 || _valid2;
if(!valid17){
const err62 = {instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
else {
errors = _errs54;
if(vErrors !== null){
if(_errs54){
vErrors.length = _errs54;
}
else {
vErrors = null;
}
}
}
}
if(data.express !== undefined){
let data29 = data.express;
const _errs88 = errors;
let valid23 = false;
const _errs89 = errors;
if("conventional" !== data29){
const err63 = {instancePath:instancePath+"/express",schemaPath:"#/properties/express/anyOf/0/const",keyword:"const",params:{allowedValue: "conventional"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
var _valid3 = _errs89 === errors;
valid23 = valid23 || _valid3;
const _errs90 = errors;
if(!(validate40(data29, {instancePath:instancePath+"/express",parentData:data,parentDataProperty:"express",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var _valid3 = _errs90 === errors;
valid23 = valid23 || _valid3;
const _errs91 = errors;
if(data29 !== null){
const err64 = {instancePath:instancePath+"/express",schemaPath:"#/properties/express/anyOf/2/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
var _valid3 = _errs91 === errors;
valid23 = valid23 || _valid3;
if(!valid23){
const err65 = {instancePath:instancePath+"/express",schemaPath:"#/properties/express/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
else {
errors = _errs88;
if(vErrors !== null){
if(_errs88){
vErrors.length = _errs88;
}
else {
vErrors = null;
}
}
}
}
if(data.answers !== undefined){
let data30 = data.answers;
if((typeof data30 !== "boolean") && (data30 !== null)){
const err66 = {instancePath:instancePath+"/answers",schemaPath:"#/properties/answers/type",keyword:"type",params:{type: schema58.properties.answers.type},message:"must be boolean,null"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.resetMethods !== undefined){
let data31 = data.resetMethods;
if((!(Array.isArray(data31))) && (data31 !== null)){
const err67 = {instancePath:instancePath+"/resetMethods",schemaPath:"#/properties/resetMethods/type",keyword:"type",params:{type: schema58.properties.resetMethods.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(Array.isArray(data31)){
const len1 = data31.length;
for(let i1=0; i1<len1; i1++){
if(typeof data31[i1] !== "string"){
const err68 = {instancePath:instancePath+"/resetMethods/" + i1,schemaPath:"#/properties/resetMethods/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
}
if(data.vmd !== undefined){
let data33 = data.vmd;
const _errs100 = errors;
let valid26 = false;
const _errs101 = errors;
if(typeof data33 === "string"){
if(!pattern15.test(data33)){
const err69 = {instancePath:instancePath+"/vmd",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
else {
const err70 = {instancePath:instancePath+"/vmd",schemaPath:"#/$defs/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
var _valid4 = _errs101 === errors;
valid26 = valid26 || _valid4;
const _errs104 = errors;
if(data33 !== null){
const err71 = {instancePath:instancePath+"/vmd",schemaPath:"#/properties/vmd/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
var _valid4 = _errs104 === errors;
valid26 = valid26 || _valid4;
if(!valid26){
const err72 = {instancePath:instancePath+"/vmd",schemaPath:"#/properties/vmd/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
else {
errors = _errs100;
if(vErrors !== null){
if(_errs100){
vErrors.length = _errs100;
}
else {
vErrors = null;
}
}
}
}
if(data.bridge !== undefined){
let data34 = data.bridge;
const _errs107 = errors;
let valid28 = false;
const _errs108 = errors;
if(!(validate42(data34, {instancePath:instancePath+"/bridge",parentData:data,parentDataProperty:"bridge",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
var _valid5 = _errs108 === errors;
valid28 = valid28 || _valid5;
const _errs109 = errors;
if(data34 !== null){
const err73 = {instancePath:instancePath+"/bridge",schemaPath:"#/properties/bridge/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
var _valid5 = _errs109 === errors;
valid28 = valid28 || _valid5;
if(!valid28){
const err74 = {instancePath:instancePath+"/bridge",schemaPath:"#/properties/bridge/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
else {
errors = _errs107;
if(vErrors !== null){
if(_errs107){
vErrors.length = _errs107;
}
else {
vErrors = null;
}
}
}
}
if(data.vfioDevice !== undefined){
let data35 = data.vfioDevice;
if((typeof data35 !== "string") && (data35 !== null)){
const err75 = {instancePath:instancePath+"/vfioDevice",schemaPath:"#/$defs/nameOrNull/type",keyword:"type",params:{type: schema34.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data.vfioLacks !== undefined){
let data36 = data.vfioLacks;
if(!((((data36 === "cdev") || (data36 === "node")) || (data36 === "access")) || (data36 === null))){
const err76 = {instancePath:instancePath+"/vfioLacks",schemaPath:"#/properties/vfioLacks/enum",keyword:"enum",params:{allowedValues: schema58.properties.vfioLacks.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data.uses !== undefined){
let data37 = data.uses;
if(Array.isArray(data37)){
const len2 = data37.length;
for(let i2=0; i2<len2; i2++){
if(typeof data37[i2] !== "string"){
const err77 = {instancePath:instancePath+"/uses/" + i2,schemaPath:"#/properties/uses/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
else {
const err78 = {instancePath:instancePath+"/uses",schemaPath:"#/properties/uses/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data.enabled !== undefined){
let data39 = data.enabled;
if(Array.isArray(data39)){
const len3 = data39.length;
for(let i3=0; i3<len3; i3++){
if(typeof data39[i3] !== "string"){
const err79 = {instancePath:instancePath+"/enabled/" + i3,schemaPath:"#/properties/enabled/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/enabled",schemaPath:"#/properties/enabled/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema81 = {"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["pid"],"properties":{"address":{"description":"PCI address of the device; absent when the kernel does not show which it is.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"through":{"description":"The open file: the device itself, or the file of its whole group.","enum":["device","group"],"default":"device"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.pid === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "pid"},message:"must have required property '"+"pid"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "address") || (key0 === "through")) || (key0 === "pid")) || (key0 === "command"))){
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
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(typeof data0 === "string"){
if(!pattern15.test(data0)){
const err2 = {instancePath:instancePath+"/address",schemaPath:"#/$defs/address/pattern",keyword:"pattern",params:{pattern: "^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},message:"must match pattern \""+"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"+"\""};
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
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs7 = errors;
if(data0 !== null){
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err5 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
}
if(data.through !== undefined){
let data1 = data.through;
if(!((data1 === "device") || (data1 === "group"))){
const err6 = {instancePath:instancePath+"/through",schemaPath:"#/properties/through/enum",keyword:"enum",params:{allowedValues: schema81.properties.through.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.pid !== undefined){
let data2 = data.pid;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 9999999 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999999},message:"must be <= 9999999"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/pid",schemaPath:"#/properties/pid/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.command !== undefined){
if(typeof data.command !== "string"){
const err10 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema83 = {"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]},"allocatedBytes":{"description":"What is allocated of it; absent when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.path === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.sizeBytes === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sizeBytes"},message:"must have required property '"+"sizeBytes"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "path") || (key0 === "sizeBytes")) || (key0 === "allocatedBytes"))){
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
if(data.path !== undefined){
let data0 = data.path;
if(typeof data0 === "string"){
if(!pattern6.test(data0)){
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"},message:"must match pattern \""+"^/"+"\""};
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
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.sizeBytes !== undefined){
let data1 = data.sizeBytes;
if(typeof data1 === "string"){
if(!pattern8.test(data1)){
const err5 = {instancePath:instancePath+"/sizeBytes",schemaPath:"#/properties/sizeBytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/sizeBytes",schemaPath:"#/properties/sizeBytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.allocatedBytes !== undefined){
let data2 = data.allocatedBytes;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(typeof data2 === "string"){
if(!pattern8.test(data2)){
const err7 = {instancePath:instancePath+"/allocatedBytes",schemaPath:"#/$defs/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,19}$"},message:"must match pattern \""+"^[0-9]{1,19}$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/allocatedBytes",schemaPath:"#/$defs/bytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
const _errs11 = errors;
if(data2 !== null){
const err9 = {instancePath:instancePath+"/allocatedBytes",schemaPath:"#/properties/allocatedBytes/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err10 = {instancePath:instancePath+"/allocatedBytes",schemaPath:"#/properties/allocatedBytes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!((((key1 === "release") || (key1 === "commandLine")) || (key1 === "bootId")) || (key1 === "config"))){
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
if(data2.config !== undefined){
let data6 = data2.config;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
const err11 = {instancePath:instancePath+"/kernel/config",schemaPath:"#/$defs/kernel/properties/config/type",keyword:"type",params:{type: schema32.properties.config.type},message:"must be object,null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
if(typeof data6[key2] !== "string"){
const err12 = {instancePath:instancePath+"/kernel/config/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/kernel/properties/config/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
}
else {
const err13 = {instancePath:instancePath+"/kernel",schemaPath:"#/$defs/kernel/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.iommufd !== undefined){
if(typeof data.iommufd !== "boolean"){
const err14 = {instancePath:instancePath+"/iommufd",schemaPath:"#/properties/iommufd/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.modules !== undefined){
let data9 = data.modules;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
if(typeof data9[i0] !== "string"){
const err15 = {instancePath:instancePath+"/modules/" + i0,schemaPath:"#/properties/modules/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/modules",schemaPath:"#/properties/modules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.firmware !== undefined){
let data11 = data.firmware;
const _errs26 = errors;
let valid6 = false;
const _errs27 = errors;
if(!(validate21(data11, {instancePath:instancePath+"/firmware",parentData:data,parentDataProperty:"firmware",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var _valid0 = _errs27 === errors;
valid6 = valid6 || _valid0;
const _errs28 = errors;
if(data11 !== null){
const err17 = {instancePath:instancePath+"/firmware",schemaPath:"#/properties/firmware/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid0 = _errs28 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err18 = {instancePath:instancePath+"/firmware",schemaPath:"#/properties/firmware/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
}
if(data.parameters !== undefined){
let data12 = data.parameters;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.module === undefined){
const err19 = {instancePath:instancePath+"/parameters/" + i1,schemaPath:"#/$defs/parameter/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data13.name === undefined){
const err20 = {instancePath:instancePath+"/parameters/" + i1,schemaPath:"#/$defs/parameter/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data13.value === undefined){
const err21 = {instancePath:instancePath+"/parameters/" + i1,schemaPath:"#/$defs/parameter/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key3 in data13){
if(!(((((key3 === "module") || (key3 === "name")) || (key3 === "value")) || (key3 === "source")) || (key3 === "state"))){
const err22 = {instancePath:instancePath+"/parameters/" + i1,schemaPath:"#/$defs/parameter/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data13.module !== undefined){
if(typeof data13.module !== "string"){
const err23 = {instancePath:instancePath+"/parameters/" + i1+"/module",schemaPath:"#/$defs/parameter/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data13.name !== undefined){
if(typeof data13.name !== "string"){
const err24 = {instancePath:instancePath+"/parameters/" + i1+"/name",schemaPath:"#/$defs/parameter/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data13.value !== undefined){
if(typeof data13.value !== "string"){
const err25 = {instancePath:instancePath+"/parameters/" + i1+"/value",schemaPath:"#/$defs/parameter/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data13.source !== undefined){
if(typeof data13.source !== "string"){
const err26 = {instancePath:instancePath+"/parameters/" + i1+"/source",schemaPath:"#/$defs/parameter/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data13.state !== undefined){
let data18 = data13.state;
if(!((data18 === "effective") || (data18 === "configured"))){
const err27 = {instancePath:instancePath+"/parameters/" + i1+"/state",schemaPath:"#/$defs/parameter/properties/state/enum",keyword:"enum",params:{allowedValues: schema35.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/parameters/" + i1,schemaPath:"#/$defs/parameter/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err29 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.modprobe !== undefined){
let data19 = data.modprobe;
if((!(Array.isArray(data19))) && (data19 !== null)){
const err30 = {instancePath:instancePath+"/modprobe",schemaPath:"#/properties/modprobe/type",keyword:"type",params:{type: schema31.properties.modprobe.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Array.isArray(data19)){
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.module === undefined){
const err31 = {instancePath:instancePath+"/modprobe/" + i2,schemaPath:"#/$defs/modprobeOrder/required",keyword:"required",params:{missingProperty: "module"},message:"must have required property '"+"module"+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data20.command === undefined){
const err32 = {instancePath:instancePath+"/modprobe/" + i2,schemaPath:"#/$defs/modprobeOrder/required",keyword:"required",params:{missingProperty: "command"},message:"must have required property '"+"command"+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data20.text === undefined){
const err33 = {instancePath:instancePath+"/modprobe/" + i2,schemaPath:"#/$defs/modprobeOrder/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data20){
if(!((((key4 === "module") || (key4 === "command")) || (key4 === "text")) || (key4 === "source"))){
const err34 = {instancePath:instancePath+"/modprobe/" + i2,schemaPath:"#/$defs/modprobeOrder/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data20.module !== undefined){
if(typeof data20.module !== "string"){
const err35 = {instancePath:instancePath+"/modprobe/" + i2+"/module",schemaPath:"#/$defs/modprobeOrder/properties/module/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data20.command !== undefined){
let data22 = data20.command;
if(!(((data22 === "install") || (data22 === "alias")) || (data22 === "options"))){
const err36 = {instancePath:instancePath+"/modprobe/" + i2+"/command",schemaPath:"#/$defs/modprobeOrder/properties/command/enum",keyword:"enum",params:{allowedValues: schema36.properties.command.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data20.text !== undefined){
if(typeof data20.text !== "string"){
const err37 = {instancePath:instancePath+"/modprobe/" + i2+"/text",schemaPath:"#/$defs/modprobeOrder/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data20.source !== undefined){
if(typeof data20.source !== "string"){
const err38 = {instancePath:instancePath+"/modprobe/" + i2+"/source",schemaPath:"#/$defs/modprobeOrder/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/modprobe/" + i2,schemaPath:"#/$defs/modprobeOrder/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
}
if(data.interruptChips !== undefined){
let data25 = data.interruptChips;
if((!(Array.isArray(data25))) && (data25 !== null)){
const err40 = {instancePath:instancePath+"/interruptChips",schemaPath:"#/properties/interruptChips/type",keyword:"type",params:{type: schema31.properties.interruptChips.type},message:"must be array,null"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
if(typeof data25[i3] !== "string"){
const err41 = {instancePath:instancePath+"/interruptChips/" + i3,schemaPath:"#/properties/interruptChips/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
}
if(data.groups !== undefined){
let data27 = data.groups;
if(Array.isArray(data27)){
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
if(!(validate23(data27[i4], {instancePath:instancePath+"/groups/" + i4,parentData:data27,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err42 = {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.mounts !== undefined){
let data29 = data.mounts;
if(Array.isArray(data29)){
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
if(!(validate29(data29[i5], {instancePath:instancePath+"/mounts/" + i5,parentData:data29,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err43 = {instancePath:instancePath+"/mounts",schemaPath:"#/properties/mounts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data.memory !== undefined){
let data31 = data.memory;
const _errs69 = errors;
let valid21 = false;
const _errs70 = errors;
if(!(validate31(data31, {instancePath:instancePath+"/memory",parentData:data,parentDataProperty:"memory",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
var _valid1 = _errs70 === errors;
valid21 = valid21 || _valid1;
const _errs71 = errors;
if(data31 !== null){
const err44 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var _valid1 = _errs71 === errors;
valid21 = valid21 || _valid1;
if(!valid21){
const err45 = {instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
}
if(data.unreadProcesses !== undefined){
let data32 = data.unreadProcesses;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err46 = {instancePath:instancePath+"/unreadProcesses",schemaPath:"#/properties/unreadProcesses/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 9007199254740991 || isNaN(data32)){
const err47 = {instancePath:instancePath+"/unreadProcesses",schemaPath:"#/properties/unreadProcesses/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data32 < 0 || isNaN(data32)){
const err48 = {instancePath:instancePath+"/unreadProcesses",schemaPath:"#/properties/unreadProcesses/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data.units !== undefined){
let data33 = data.units;
if(Array.isArray(data33)){
const len6 = data33.length;
for(let i6=0; i6<len6; i6++){
if(!(validate35(data33[i6], {instancePath:instancePath+"/units/" + i6,parentData:data33,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
errors = vErrors.length;
}
}
}
else {
const err49 = {instancePath:instancePath+"/units",schemaPath:"#/properties/units/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data.functions !== undefined){
let data35 = data.functions;
if(Array.isArray(data35)){
const len7 = data35.length;
for(let i7=0; i7<len7; i7++){
if(!(validate37(data35[i7], {instancePath:instancePath+"/functions/" + i7,parentData:data35,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err50 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.holders !== undefined){
let data37 = data.holders;
if(Array.isArray(data37)){
const len8 = data37.length;
for(let i8=0; i8<len8; i8++){
if(!(validate45(data37[i8], {instancePath:instancePath+"/holders/" + i8,parentData:data37,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
else {
const err51 = {instancePath:instancePath+"/holders",schemaPath:"#/properties/holders/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data.files !== undefined){
let data39 = data.files;
if(Array.isArray(data39)){
const len9 = data39.length;
for(let i9=0; i9<len9; i9++){
if(!(validate47(data39[i9], {instancePath:instancePath+"/files/" + i9,parentData:data39,parentDataProperty:i9,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
}
else {
const err52 = {instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const schema = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:pasidctl:schema:machine.v1","title":"pasidctl machine","description":"A machine as `pasidctl inventory -o yaml` observed it; `--machine` plans for it. What is absent was absent, unset or zero.","type":"object","additionalProperties":false,"required":["apiVersion","kind","kernel"],"properties":{"apiVersion":{"description":"Version of this file format.","const":"pasidctl/v1","examples":["pasidctl/v1"]},"kind":{"description":"What the document describes: one machine.","const":"Machine","examples":["Machine"]},"kernel":{"description":"The kernel that runs.","$ref":"#/$defs/kernel"},"iommufd":{"description":"/dev/iommu exists.","type":"boolean","default":false,"examples":[true]},"modules":{"description":"Kernel modules that matter here and are present: /sys/module/<name>.","type":"array","items":{"type":"string"},"default":[],"examples":[["iommufd","vfio_pci"]]},"firmware":{"description":"Firmware tables and hypervisor; absent when not recorded.","anyOf":[{"$ref":"#/$defs/firmware"},{"type":"null"}],"default":null},"parameters":{"description":"Parameters of kernel modules that decide something here; what is not listed was not read.","type":"array","items":{"$ref":"#/$defs/parameter"},"default":[]},"modprobe":{"description":"Lines of modprobe.d that may keep modules from loading, in the order of modprobe. Absent when not recorded.","type":["array","null"],"items":{"$ref":"#/$defs/modprobeOrder"},"default":null},"interruptChips":{"description":"Names of interrupt chips in use, from /proc/interrupts; a name that begins with IR- means interrupt remapping. Absent when not recorded.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["IR-IO-APIC","IR-PCI-MSIX-0000:6a:01.0"]]},"groups":{"description":"IOMMU groups: /sys/kernel/iommu_groups.","type":"array","items":{"$ref":"#/$defs/group"},"default":[]},"mounts":{"description":"Mounted file systems that guest memory may be on.","type":"array","items":{"$ref":"#/$defs/mount"},"default":[]},"memory":{"description":"Memory of the machine; absent when not recorded.","anyOf":[{"$ref":"#/$defs/memory"},{"type":"null"}],"default":null},"unreadProcesses":{"description":"Processes whose open files could not be read.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"units":{"description":"IOMMU units: /sys/class/iommu.","type":"array","items":{"$ref":"#/$defs/unit"},"default":[]},"functions":{"description":"PCI functions: /sys/bus/pci/devices.","type":"array","items":{"$ref":"#/$defs/function"},"default":[]},"holders":{"description":"Processes with an open vfio device or group: /proc/<pid>/fd.","type":"array","items":{"$ref":"#/$defs/holder"},"default":[]},"files":{"description":"Files that were asked for as guest memory, and exist.","type":"array","items":{"$ref":"#/$defs/file"},"default":[]}},"$defs":{"kernel":{"title":"kernel","description":"The kernel that runs.","type":"object","additionalProperties":false,"required":["release"],"properties":{"release":{"description":"/proc/sys/kernel/osrelease","type":"string","examples":["7.3.4"]},"commandLine":{"description":"/proc/cmdline","type":"string","default":"","examples":["intel_iommu=on,sm_on"]},"bootId":{"description":"/proc/sys/kernel/random/boot_id","type":"string","default":""},"config":{"description":"Build options that decide something here: y, m or n. Absent when not recorded.","type":["object","null"],"additionalProperties":{"type":"string"},"default":null,"examples":[{"CONFIG_VFIO_DEVICE_CDEV":"y"}]}}},"firmware":{"title":"firmware","description":"Firmware tables and hypervisor.","type":"object","additionalProperties":false,"required":[],"properties":{"tables":{"description":"ACPI tables about IOMMUs that are there; absent when not listed.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["DMAR"]]},"dmarFlags":{"description":"Flags byte of the DMAR table; absent when not read.","type":["integer","null"],"minimum":0,"maximum":255,"default":null},"hypervisor":{"$ref":"#/$defs/nameOrNull","description":"The hypervisor under which the machine itself runs; absent on bare metal.","default":null}}},"parameter":{"title":"parameter","description":"A parameter of a kernel module.","type":"object","additionalProperties":false,"required":["module","name","value"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"name":{"description":"Name of the parameter.","type":"string","examples":["disable_denylist"]},"value":{"description":"Its value, as written.","type":"string","examples":["N"]},"source":{"description":"The file or word that decided.","type":"string","default":""},"state":{"description":"`effective`: the module is loaded with it; `configured`: it would be.","enum":["effective","configured"],"default":"effective"}}},"modprobeOrder":{"title":"modprobeOrder","description":"A line of modprobe.d about a module.","type":"object","additionalProperties":false,"required":["module","command","text"],"properties":{"module":{"description":"Name of the module, with underscores.","type":"string","examples":["vfio_pci"]},"command":{"description":"`install`: a command runs instead of loading the module; `alias`: its name leads to another; `options`: the kernel refuses the value of a parameter.","enum":["install","alias","options"]},"text":{"description":"The command, the other name, or parameter=value.","type":"string","examples":["/bin/false"]},"source":{"description":"File and line.","type":"string","default":"","examples":["/etc/modprobe.d/vfio.conf:3"]}}},"group":{"title":"group","description":"An IOMMU group.","type":"object","additionalProperties":false,"required":["number"],"properties":{"number":{"description":"Its number.","type":"integer","minimum":0,"maximum":9007199254740991},"type":{"$ref":"#/$defs/nameOrNull","description":"Type of its default domain.","default":null,"examples":["DMA"]},"regions":{"description":"Reserved regions of all its members; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/region"},"default":null},"others":{"description":"Members that are no PCI functions; absent when not read.","type":["array","null"],"items":{"$ref":"#/$defs/member"},"default":null}}},"member":{"title":"member","description":"A device of an IOMMU group that is no PCI function.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Its name in /sys/kernel/iommu_groups/N/devices.","type":"string","examples":["INTC1234:00"]},"driver":{"$ref":"#/$defs/nameOrNull","description":"Its driver; absent when unbound.","default":null}}},"region":{"title":"region","description":"A reserved region.","type":"object","additionalProperties":false,"required":["first","last","type"],"properties":{"first":{"description":"First address.","$ref":"#/$defs/hex64"},"last":{"description":"Last address.","$ref":"#/$defs/hex64"},"type":{"description":"What it is for.","type":"string","examples":["direct","direct-relaxable","reserved","msi"]}}},"mount":{"title":"mount","description":"A mounted file system.","type":"object","additionalProperties":false,"required":["mountPoint","type"],"properties":{"mountPoint":{"description":"Absolute path.","type":"string","pattern":"^/"},"type":{"description":"Its type.","type":"string","examples":["tmpfs"]},"readOnly":{"description":"Mounted read-only.","type":"boolean","default":false},"pageBytes":{"description":"Page size of hugetlbfs.","anyOf":[{"$ref":"#/$defs/pageSize"},{"type":"null"}],"default":null},"limitBytes":{"description":"All that files on it may take, by its option size; absent without one.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"freeBytes":{"description":"What files on it may still take; absent without a limit, or when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}},"memory":{"title":"memory","description":"Memory of the machine.","type":"object","additionalProperties":false,"required":[],"properties":{"totalBytes":{"description":"MemTotal of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"availableBytes":{"description":"MemAvailable of /proc/meminfo; absent when not read.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null},"hugePages":{"description":"Huge pages by size.","type":"array","items":{"$ref":"#/$defs/hugePages"},"default":[]}}},"hugePages":{"title":"hugePages","description":"Huge pages of one size.","type":"object","additionalProperties":false,"required":["pageBytes","total","free"],"properties":{"pageBytes":{"description":"Size of a page.","$ref":"#/$defs/pageSize"},"total":{"description":"Pages in the pool.","type":"integer","minimum":0,"maximum":9007199254740991},"free":{"description":"Pages that are free and not reserved.","type":"integer","minimum":0,"maximum":9007199254740991},"growth":{"description":"Pages that the kernel may try to add on demand.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0}}},"unit":{"title":"unit","description":"One IOMMU: /sys/class/iommu/<name>/intel-iommu.","type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"description":"Name of the unit.","type":"string","examples":["dmar0"]},"version":{"description":"VT-d version, `major:minor`; absent when the unit is not VT-d.","type":["string","null"],"default":null,"examples":["5:0"]},"cap":{"description":"Capability register.","$ref":"#/$defs/hex64","default":"0x0"},"ecap":{"description":"Extended capability register.","$ref":"#/$defs/hex64","default":"0x0"},"domainsSupported":{"description":"Domain ids that the unit has.","$ref":"#/$defs/count","default":null},"domainsUsed":{"description":"Domain ids in use.","$ref":"#/$defs/count","default":null}}},"function":{"title":"function","description":"One PCI function: /sys/bus/pci/devices/<address>.","type":"object","additionalProperties":false,"required":["address"],"properties":{"address":{"description":"PCI address.","$ref":"#/$defs/address","examples":["0000:6a:01.0"]},"vendor":{"description":"PCI vendor id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x8086"]},"device":{"description":"PCI device id.","$ref":"#/$defs/hex16","default":"0x0","examples":["0x0b25"]},"subsystemVendor":{"description":"Subsystem vendor id.","$ref":"#/$defs/hex16","default":"0x0"},"subsystemDevice":{"description":"Subsystem device id.","$ref":"#/$defs/hex16","default":"0x0"},"classCode":{"description":"24-bit class code.","type":"string","pattern":"^0x[0-9a-fA-F]{1,6}$","default":"0x0","examples":["0x088000"]},"driver":{"description":"Driver that it is bound to; absent when unbound.","$ref":"#/$defs/nameOrNull","default":null,"examples":["idxd"]},"driverOverride":{"description":"The only driver that may bind it; absent when unset.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio-pci"]},"unit":{"description":"Name of the IOMMU unit that translates it; absent when none does.","$ref":"#/$defs/nameOrNull","default":null,"examples":["dmar0"]},"group":{"description":"IOMMU group.","$ref":"#/$defs/count","default":null,"examples":[12]},"numaNode":{"description":"NUMA node.","$ref":"#/$defs/count","default":null,"examples":[0]},"physicalFunction":{"description":"PF of a VF.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"virtualFunctions":{"description":"VFs of a PF that are enabled.","type":"array","items":{"$ref":"#/$defs/address"},"default":[]},"totalVfs":{"description":"VFs that the PF could have.","type":"integer","minimum":0,"maximum":9007199254740991,"default":0},"vfPlaces":{"description":"Where the VFs of a PF appear, from its own requester id on: sriov_offset and sriov_stride.","anyOf":[{"$ref":"#/$defs/vfPlaces"},{"type":"null"}],"default":null},"capabilities":{"description":"From config space, a VF's from its PF: absent when there are none, `unknown` when they could not be read.","anyOf":[{"const":"unknown"},{"$ref":"#/$defs/capabilities"}],"default":{},"examples":["unknown",{"pasid":{"widthBits":20}}]},"express":{"description":"PCI Express facts that PASIDs depend on; `conventional` for a function without PCI Express, absent when not recorded.","anyOf":[{"const":"conventional"},{"$ref":"#/$defs/express"},{"type":"null"}],"default":null},"answers":{"description":"Whether it answers; false when all of its configuration space reads as ones.","type":["boolean","null"],"default":null},"resetMethods":{"description":"Ways to reset the function, in the order of use; empty when there is none, absent when not recorded.","type":["array","null"],"items":{"type":"string"},"default":null,"examples":[["flr","bus"]]},"vmd":{"description":"The VMD controller that it is a child of.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"bridge":{"description":"The bridge above it; absent on a root bus.","anyOf":[{"$ref":"#/$defs/bridge"},{"type":"null"}],"default":null},"vfioDevice":{"description":"Name of its vfio character device.","$ref":"#/$defs/nameOrNull","default":null,"examples":["vfio3"]},"vfioLacks":{"description":"What a function on a vfio driver lacks: its character device, the node below /dev, or access to it.","enum":["cdev","node","access",null],"default":null},"uses":{"description":"What the machine itself does with it.","type":"array","items":{"type":"string"},"default":[],"examples":[["disk nvme0n1p2 mounted at /"]]},"enabled":{"description":"What is switched on and ends with its driver, though nobody uses it now.","type":"array","items":{"type":"string"},"default":[],"examples":[["queue wq0.0 (user, dedicated)"]]}}},"capabilities":{"title":"capabilities","description":"PCIe extended capabilities; what is absent the function does not have.","type":"object","additionalProperties":false,"properties":{"pasid":{"description":"Process address space ids.","type":["object","null"],"additionalProperties":false,"required":["widthBits"],"properties":{"widthBits":{"description":"Width of a PASID.","type":"integer","minimum":0,"maximum":31},"exec":{"description":"Execute permission.","type":"boolean","default":false},"privileged":{"description":"Privileged mode.","type":"boolean","default":false},"enabled":{"description":"Switched on; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null},"ats":{"description":"Address translation services.","type":["object","null"],"additionalProperties":false,"required":["queueDepth"],"properties":{"queueDepth":{"description":"Invalidations in flight.","type":"integer","minimum":1,"maximum":32},"enabled":{"description":"Switched on.","type":"boolean","default":false}},"default":null},"pri":{"description":"Page requests.","type":["object","null"],"additionalProperties":false,"required":["capacity"],"properties":{"capacity":{"description":"Page requests in flight.","type":"integer","minimum":0,"maximum":4294967295},"enabled":{"description":"Switched on.","type":"boolean","default":false},"responsePasid":{"description":"PRG Response PASID Required; absent when not recorded.","type":["boolean","null"],"default":null}},"default":null}}},"express":{"title":"express","description":"PCI Express facts of a function.","type":"object","additionalProperties":false,"required":["portType"],"properties":{"portType":{"description":"Device/port type: 0 endpoint, 4 root port, 9 integrated endpoint.","type":"integer","minimum":0,"maximum":15},"multiFunction":{"description":"The device has more functions.","type":"boolean","default":false},"tlpPrefix":{"description":"It passes End-End TLP prefixes on, which PASIDs are carried in; absent when its second capability register is all zeros.","type":["boolean","null"],"default":null},"acs":{"description":"ACS capability and control registers; absent without ACS.","type":["object","null"],"additionalProperties":false,"required":["capable","control"],"properties":{"capable":{"description":"Capability register.","$ref":"#/$defs/hex16"},"control":{"description":"Control register.","$ref":"#/$defs/hex16"}},"default":null}}},"vfPlaces":{"title":"vfPlaces","description":"Where the VFs of a PF appear.","type":"object","additionalProperties":false,"required":["offset","stride"],"properties":{"offset":{"description":"Of the first VF.","type":"integer","minimum":0,"maximum":65535},"stride":{"description":"From one VF to the next.","type":"integer","minimum":0,"maximum":65535},"device":{"description":"PCI device id of the VFs: sriov_vf_device; absent when it was not read.","anyOf":[{"$ref":"#/$defs/hex16"},{"type":"null"}],"default":null,"examples":["0x4941"]}}},"bridge":{"title":"bridge","description":"The bridge above a function; `conventional` when any bridge on the way up is not PCIe.","type":"object","additionalProperties":false,"required":["address","kind"],"properties":{"address":{"description":"PCI address of the bridge.","$ref":"#/$defs/address"},"kind":{"description":"What the way up is like.","enum":["pcie","conventional"]}}},"holder":{"title":"holder","description":"A process with an open vfio device.","type":"object","additionalProperties":false,"required":["pid"],"properties":{"address":{"description":"PCI address of the device; absent when the kernel does not show which it is.","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}],"default":null},"through":{"description":"The open file: the device itself, or the file of its whole group.","enum":["device","group"],"default":"device"},"pid":{"description":"Process id.","type":"integer","minimum":1,"maximum":9999999},"command":{"description":"/proc/<pid>/comm","type":"string","default":""}}},"file":{"title":"file","description":"One memory file.","type":"object","additionalProperties":false,"required":["path","sizeBytes"],"properties":{"path":{"description":"Absolute path.","type":"string","pattern":"^/"},"sizeBytes":{"description":"Size in bytes, in quotes, since it may be wider than a JSON number.","type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]},"allocatedBytes":{"description":"What is allocated of it; absent when not known.","anyOf":[{"$ref":"#/$defs/bytes"},{"type":"null"}],"default":null}}},"address":{"type":"string","pattern":"^([0-9a-f]{4}|[1-9a-f][0-9a-f]{4}):[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$"},"hex16":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,4}$"},"hex64":{"type":"string","pattern":"^0x[0-9a-fA-F]{1,16}$"},"count":{"type":["integer","null"],"minimum":0,"maximum":9007199254740991},"nameOrNull":{"type":["string","null"]},"pageSize":{"type":"string","pattern":"^[1-9][0-9]{0,18}$","examples":["2097152"]},"bytes":{"type":"string","pattern":"^[0-9]{1,19}$","examples":["1073741824"]}}};
