// Made by `npm run generate` from schema/host.v1.schema.json. Do not edit.
// <stdin>
var validateSpec = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:pasidctl:schema:host.v1", "title": "pasidctl host", "description": "PCI devices, vIOMMUs and PASID bindings of one virtualization host, as they shall be.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind"], "properties": { "apiVersion": { "description": "Version of this file format.", "const": "pasidctl/v1", "examples": ["pasidctl/v1"] }, "kind": { "description": "What the document describes: one host.", "const": "Host", "examples": ["Host"] }, "metadata": { "description": "Notes about the document; they change nothing on the machine.", "$ref": "#/$defs/metadata", "default": {}, "examples": [{ "name": "rack7-host3" }] }, "vfioPci": { "description": "How pasidctl loads the module vfio_pci, when it is not loaded yet.", "$ref": "#/$defs/vfioPci", "default": {}, "examples": [{ "disableDenylist": true }] }, "devices": { "description": "PCI functions that pasidctl takes from their host drivers and hands to vfio-pci, and PFs whose VFs it makes. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/device" }, "default": [], "examples": [[{ "name": "dsa0", "address": "0000:6a:01.0" }]] }, "viommus": { "description": "Guest-visible IOMMUs. Each is one iommufd with one address space (IOAS), its devices and its PASID width. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/viommu" }, "default": [], "examples": [[{ "name": "guest0", "pasidBits": 20, "firstStage": true, "devices": ["dsa0"] }]] }, "bindings": { "description": "What each PASID of a device translates through. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/binding" }, "default": [], "examples": [[{ "device": "dsa0", "pasid": 1, "passThrough": true }]] }, "ignore": { "description": "Findings about the machine that you accept, each with the reason. `plan` no longer tells a warning that is listed here; it still refuses for errors. `doctor` counts all that are listed. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/accepted" }, "default": [], "examples": [[{ "check": "kernel-release", "reason": "our vendor has ported PASID attachment back" }]] } }, "$defs": { "metadata": { "type": "object", "additionalProperties": false, "properties": { "name": { "description": "A name for people. Documents that are read together must agree on it.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "default": null, "examples": ["rack7-host3"] } } }, "accepted": { "description": "A finding that you accept.", "type": "object", "additionalProperties": false, "required": ["check", "reason"], "properties": { "check": { "description": "Id of a check, as `doctor` prints it, or code of a problem.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$", "patternErrorMessage": "Must be the id of a check, such as kernel-release, or a code, such as HOST_KERNEL_UNSURE.", "examples": ["kernel-release", "HOST_KERNEL_UNSURE"] }, "reason": { "description": "Why you accept it, for those who read the spec or the output of `doctor` later.", "type": "string", "pattern": "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "examples": ["our vendor has ported PASID attachment back"] } } }, "vfioPci": { "type": "object", "additionalProperties": false, "properties": { "disableDenylist": { "description": "Load it with `disable_denylist=1`, so that it takes devices that Linux lists as unsafe for guests: Intel DSA 8086:0b25, IAA 8086:0cfe and older QuickAssist. A guest with such a device can hang the host (INTEL-SA-01084, CVE-2024-21823): only for guests that you trust. Documents that are read together must agree on it.", "type": "boolean", "default": false, "examples": [true] } } }, "device": { "description": "One PCI function, by the name that the rest of the file uses for it.", "type": "object", "additionalProperties": false, "required": ["name", "address"], "properties": { "name": { "description": "Name of the device in this file; unique among the devices.", "$ref": "#/$defs/name", "examples": ["dsa0", "nvme1"] }, "address": { "description": "PCI address, as `lspci -D` prints it. Without a segment it is in segment 0000.", "type": "string", "pattern": "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", "patternErrorMessage": "Must be a PCI address such as 0000:6a:01.0 or 6a:01.0.", "examples": ["0000:6a:01.0", "6a:01.0"] }, "expect": { "description": "Identity guard: what must be found at the address. It keeps a device that moved to another slot from being replaced by its neighbour.", "$ref": "#/$defs/identity", "default": {}, "examples": [{ "vendor": "0x8086", "device": "0x0b25" }] }, "release": { "description": "What happens when pasidctl gives the device back: `restore` binds it to the driver that it had before, `keep` leaves it with vfio-pci.", "enum": ["restore", "keep"], "default": "restore", "examples": ["keep"] }, "virtualFunctions": { "description": "The device is a PF that shall have this many VFs. It stays with its own driver, which makes them before devices are taken and removes them on release; list the VFs as devices of their own. In no vIOMMU. Null, or without it, the device itself is taken.", "type": ["integer", "null"], "minimum": 1, "maximum": 65535, "default": null, "examples": [8] } }, "if": { "required": ["virtualFunctions"], "properties": { "virtualFunctions": { "type": "integer" } } }, "then": { "properties": { "release": false } } }, "identity": { "type": "object", "additionalProperties": false, "properties": { "vendor": { "description": "PCI vendor id, such as 0x8086; any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x8086", 32902] }, "device": { "description": "PCI device id, such as 0x0b25 (DSA); any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x0b25"] } } }, "viommu": { "description": "One guest-visible IOMMU.", "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "Name of the vIOMMU; unique among the vIOMMUs.", "$ref": "#/$defs/name", "examples": ["guest0"] }, "model": { "description": "What the guest sees: an Intel VT-d unit.", "enum": ["intel-iommu"], "default": "intel-iommu", "examples": ["intel-iommu"] }, "holder": { "description": "Who owns the kernel objects: `agent` is pasidctl itself; with `qemu` pasidctl prepares the host and leaves every attachment to QEMU.", "enum": ["agent", "qemu"], "default": "agent", "examples": ["qemu"] }, "pasidBits": { "description": "Width of guest PASIDs in bits: PASIDs 1 to 2^pasidBits - 1 can be used. 0 switches PASIDs off. `pasid-bits` in QEMU.", "type": "integer", "minimum": 0, "maximum": 20, "default": 0, "examples": [20, 8] }, "firstStage": { "description": "First-stage translation: the hardware walks guest page tables, nested on the guest's memory. `fsts` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "firstStage1GPages": { "description": "Allow 1 GiB pages in first-stage tables; matters only with firstStage. `fs1gp` in QEMU.", "type": "boolean", "default": true, "examples": [false] }, "svm": { "description": "Shared virtual memory: address translation and page requests for the guest's processes. Needs deviceIotlb, firstStage and pasidBits. `svm` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "addressWidth": { "description": "Guest address width in bits. firstStage needs 48 or more; 57 needs a host with 5-level tables, and QEMU does not offer it. `aw-bits` in QEMU.", "enum": [39, 48, 57], "default": 48, "examples": [48] }, "cachingMode": { "description": "The guest must report new mappings too, not only changed ones. Every passed-through device needs this. `caching-mode` in QEMU.", "type": "boolean", "default": true, "examples": [true] }, "deviceIotlb": { "description": "Let devices cache translations (ATS). `device-iotlb` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "memory": { "description": "Guest memory: regions of files, and the guest addresses at which devices see them.", "type": "array", "items": { "$ref": "#/$defs/memory" }, "default": [], "examples": [[{ "file": "/dev/shm/guest0", "size": "32MiB", "guestAddress": "0x1000000", "create": true }]] }, "devices": { "description": "Names of the devices behind this vIOMMU.", "type": "array", "items": { "$ref": "#/$defs/name" }, "default": [], "examples": [["dsa0", "dsa1"]] } } }, "memory": { "description": "One region of guest memory.", "type": "object", "additionalProperties": false, "required": ["file", "size", "guestAddress"], "properties": { "file": { "description": "Absolute path of a regular file on tmpfs or hugetlbfs, without `..` and without a slash at the end. `//` and `/./` are left out.", "type": "string", "pattern": "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", "patternErrorMessage": "Must be an absolute path without control characters, such as /dev/shm/guest0.", "examples": ["/dev/shm/guest0", "/dev/hugepages/guest0"] }, "offset": { "description": "Where the region starts in the file, in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "default": 0, "examples": [0, "1GiB"] }, "size": { "description": "Size of the region in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "examples": ["32MiB", 33554432] }, "guestAddress": { "description": "Where devices and guest see the region's first byte; a multiple of 4KiB.", "$ref": "#/$defs/address64", "examples": [16777216, "0x1000000"] }, "create": { "description": "Make the file when it is missing, and remove it on release if pasidctl made it.", "type": "boolean", "default": false, "examples": [true] } } }, "binding": { "description": "PASIDs of one device, and what they translate through: exactly one of firstStage, passThrough and `from: guest`.", "type": "object", "additionalProperties": false, "required": ["device"], "properties": { "device": { "description": "Name of a device that belongs to a vIOMMU.", "$ref": "#/$defs/name", "examples": ["dsa0"] }, "pasid": { "description": "One PASID. PASID 0 stands for traffic without a PASID and cannot be bound.", "$ref": "#/$defs/pasid", "examples": [1] }, "pasids": { "description": "Several PASIDs: ranges, first and last included, and single PASIDs, separated by commas (in `{ }` in quotes) or as a list.", "$ref": "#/$defs/pasidList", "examples": ["1-9", "1-3,5", [1, "3-5", 16]] }, "firstStage": { "description": "Translate through a guest page table (first stage), nested on the vIOMMU's memory.", "$ref": "#/$defs/firstStage", "examples": [{ "pageTable": "0x2000000" }] }, "passThrough": { "description": "Addresses of the device are guest addresses: no first-stage table.", "const": true, "examples": [true] }, "from": { "description": "Who decides about these PASIDs: `spec` is this binding, `guest` the guest's own PASID tables, within this range.", "enum": ["spec", "guest"], "default": "spec", "examples": ["guest"] }, "domain": { "description": "Guest domain id that invalidations for these PASIDs carry. 0 is reserved by VT-d.", "$ref": "#/$defs/domain", "default": 1, "examples": [1, 42] } }, "allOf": [{ "oneOf": [{ "required": ["pasid"] }, { "required": ["pasids"] }] }, { "oneOf": [{ "required": ["firstStage"] }, { "required": ["passThrough"] }, { "required": ["from"], "properties": { "from": { "const": "guest" } } }] }], "if": { "required": ["from"], "properties": { "from": { "const": "guest" } } }, "then": { "properties": { "domain": false } } }, "firstStage": { "description": "A guest page table, as VT-d's first stage walks it.", "type": "object", "additionalProperties": false, "required": ["pageTable"], "properties": { "pageTable": { "description": "Guest address of the root table; a multiple of 4KiB, inside the vIOMMU's memory.", "$ref": "#/$defs/address64", "examples": [33554432, "0x2000000"] }, "addressWidth": { "description": "Width of the addresses that the table translates: 48 (4 levels) or 57 (5 levels). Follows levels when only that is given.", "enum": [48, 57], "default": 48, "examples": [48] }, "levels": { "description": "Levels of the table: another way to say addressWidth, 4 for 48 and 5 for 57.", "enum": [4, 5], "default": 4, "examples": [4] }, "supervisor": { "description": "Allow supervisor requests (SRE).", "type": "boolean", "default": false, "examples": [true] }, "writeProtect": { "description": "Write protection holds for supervisor requests too (WPE); without supervisor the kernel ignores it.", "type": "boolean", "default": false, "examples": [true] }, "extendedAccess": { "description": "Set the extended accessed flag in page-table entries (EAFE).", "type": "boolean", "default": false, "examples": [true] } } }, "name": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._-]{0,62}$", "patternErrorMessage": "Must be a name: a letter, then up to 62 letters, digits, dots, underscores or dashes." }, "id16": { "type": ["integer", "string", "null"], "minimum": 0, "maximum": 65535, "pattern": "^0[xX][0-9a-fA-F]{1,4}$", "patternErrorMessage": "Must be a 16-bit PCI id such as 0x8086." }, "address64": { "type": ["integer", "string"], "minimum": 0, "pattern": "^0[xX][0-9a-fA-F]{1,16}$", "patternErrorMessage": "Must be a 64-bit address: an integer such as 0x1000000, or the same in quotes." }, "size": { "type": ["integer", "string"], "minimum": 0, "pattern": "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", "patternErrorMessage": "Must be a number of bytes, or a number with KiB, MiB, GiB or TiB, such as 32MiB." }, "pasid": { "type": "integer", "minimum": 1, "maximum": 1048575 }, "pasidList": { "type": ["integer", "string", "array"], "minimum": 1, "maximum": 1048575, "pattern": "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$", "patternErrorMessage": "Must be PASIDs such as 1-9 or 1-3,5 or a list of such ranges, within 1 to 1048575; a text has at most 4096 characters.", "minItems": 1, "items": { "$ref": "#/$defs/pasidRange" } }, "pasidRange": { "type": ["integer", "string"], "minimum": 1, "maximum": 1048575, "pattern": "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", "patternErrorMessage": "Must be a range of PASIDs such as 1-9, within 1 to 1048575." }, "domain": { "type": "integer", "minimum": 1, "maximum": 65535 } } };
var schema32 = { "type": "object", "additionalProperties": false, "properties": { "name": { "description": "A name for people. Documents that are read together must agree on it.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "default": null, "examples": ["rack7-host3"] } } };
var schema33 = { "type": "object", "additionalProperties": false, "properties": { "disableDenylist": { "description": "Load it with `disable_denylist=1`, so that it takes devices that Linux lists as unsafe for guests: Intel DSA 8086:0b25, IAA 8086:0cfe and older QuickAssist. A guest with such a device can hang the host (INTEL-SA-01084, CVE-2024-21823): only for guests that you trust. Documents that are read together must agree on it.", "type": "boolean", "default": false, "examples": [true] } } };
var schema54 = { "description": "A finding that you accept.", "type": "object", "additionalProperties": false, "required": ["check", "reason"], "properties": { "check": { "description": "Id of a check, as `doctor` prints it, or code of a problem.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$", "patternErrorMessage": "Must be the id of a check, such as kernel-release, or a code, such as HOST_KERNEL_UNSURE.", "examples": ["kernel-release", "HOST_KERNEL_UNSURE"] }, "reason": { "description": "Why you accept it, for those who read the spec or the output of `doctor` later.", "type": "string", "pattern": "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "examples": ["our vendor has ported PASID attachment back"] } } };
var pattern4 = new RegExp("^[^\\u0000-\\u001f\\u007f]{1,253}$", "u");
var pattern19 = new RegExp("^[A-Za-z][A-Za-z0-9_-]*$", "u");
var pattern20 = new RegExp("^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", "u");
var schema34 = { "description": "One PCI function, by the name that the rest of the file uses for it.", "type": "object", "additionalProperties": false, "required": ["name", "address"], "properties": { "name": { "description": "Name of the device in this file; unique among the devices.", "$ref": "#/$defs/name", "examples": ["dsa0", "nvme1"] }, "address": { "description": "PCI address, as `lspci -D` prints it. Without a segment it is in segment 0000.", "type": "string", "pattern": "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", "patternErrorMessage": "Must be a PCI address such as 0000:6a:01.0 or 6a:01.0.", "examples": ["0000:6a:01.0", "6a:01.0"] }, "expect": { "description": "Identity guard: what must be found at the address. It keeps a device that moved to another slot from being replaced by its neighbour.", "$ref": "#/$defs/identity", "default": {}, "examples": [{ "vendor": "0x8086", "device": "0x0b25" }] }, "release": { "description": "What happens when pasidctl gives the device back: `restore` binds it to the driver that it had before, `keep` leaves it with vfio-pci.", "enum": ["restore", "keep"], "default": "restore", "examples": ["keep"] }, "virtualFunctions": { "description": "The device is a PF that shall have this many VFs. It stays with its own driver, which makes them before devices are taken and removes them on release; list the VFs as devices of their own. In no vIOMMU. Null, or without it, the device itself is taken.", "type": ["integer", "null"], "minimum": 1, "maximum": 65535, "default": null, "examples": [8] } }, "if": { "required": ["virtualFunctions"], "properties": { "virtualFunctions": { "type": "integer" } } }, "then": { "properties": { "release": false } } };
var schema35 = { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._-]{0,62}$", "patternErrorMessage": "Must be a name: a letter, then up to 62 letters, digits, dots, underscores or dashes." };
var pattern5 = new RegExp("^[A-Za-z][A-Za-z0-9._-]{0,62}$", "u");
var pattern6 = new RegExp("^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", "u");
var schema36 = { "type": "object", "additionalProperties": false, "properties": { "vendor": { "description": "PCI vendor id, such as 0x8086; any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x8086", 32902] }, "device": { "description": "PCI device id, such as 0x0b25 (DSA); any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x0b25"] } } };
var schema37 = { "type": ["integer", "string", "null"], "minimum": 0, "maximum": 65535, "pattern": "^0[xX][0-9a-fA-F]{1,4}$", "patternErrorMessage": "Must be a 16-bit PCI id such as 0x8086." };
var pattern7 = new RegExp("^0[xX][0-9a-fA-F]{1,4}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "vendor" || key0 === "device")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema36, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.vendor !== void 0) {
      let data0 = data.vendor;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0)) && typeof data0 !== "string" && data0 !== null) {
        const err1 = { instancePath: instancePath + "/vendor", schemaPath: "#/$defs/id16/type", keyword: "type", params: { type: schema37.type }, message: "must be integer,string,null", schema: schema37.type, parentSchema: schema37, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 65535 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/vendor", schemaPath: "#/$defs/id16/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema37, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/vendor", schemaPath: "#/$defs/id16/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema37, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (typeof data0 === "string") {
        if (!pattern7.test(data0)) {
          const err4 = { instancePath: instancePath + "/vendor", schemaPath: "#/$defs/id16/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9a-fA-F]{1,4}$" }, message: 'must match pattern "^0[xX][0-9a-fA-F]{1,4}$"', schema: "^0[xX][0-9a-fA-F]{1,4}$", parentSchema: schema37, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.device !== void 0) {
      let data1 = data.device;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1)) && typeof data1 !== "string" && data1 !== null) {
        const err5 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/id16/type", keyword: "type", params: { type: schema37.type }, message: "must be integer,string,null", schema: schema37.type, parentSchema: schema37, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 65535 || isNaN(data1)) {
          const err6 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/id16/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema37, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data1 < 0 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/id16/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema37, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (typeof data1 === "string") {
        if (!pattern7.test(data1)) {
          const err8 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/id16/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9a-fA-F]{1,4}$" }, message: 'must match pattern "^0[xX][0-9a-fA-F]{1,4}$"', schema: "^0[xX][0-9a-fA-F]{1,4}$", parentSchema: schema37, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.virtualFunctions === void 0 && (missing0 = "virtualFunctions")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.virtualFunctions !== void 0) {
        let data0 = data.virtualFunctions;
        if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.release !== void 0) {
        const err2 = { instancePath: instancePath + "/release", schemaPath: "#/then/properties/release/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema34.then.properties.release, data: data.release };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs5 === errors;
    valid0 = _valid0;
    if (valid0) {
      var props0 = {};
      props0.release = true;
      props0.virtualFunctions = true;
    }
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema34.if, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.address === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "address" || key0 === "expect" || key0 === "release" || key0 === "virtualFunctions")) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data3 = data.address;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err9 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/pattern", keyword: "pattern", params: { pattern: "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$" }, message: 'must match pattern "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$"', schema: "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", parentSchema: schema34.properties.address, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.address.type, parentSchema: schema34.properties.address, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      if (!validate22(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.release !== void 0) {
      let data5 = data.release;
      if (!(data5 === "restore" || data5 === "keep")) {
        const err11 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/enum", keyword: "enum", params: { allowedValues: schema34.properties.release.enum }, message: "must be equal to one of the allowed values", schema: schema34.properties.release.enum, parentSchema: schema34.properties.release, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.virtualFunctions !== void 0) {
      let data6 = data.virtualFunctions;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6)) && data6 !== null) {
        const err12 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/type", keyword: "type", params: { type: schema34.properties.virtualFunctions.type }, message: "must be integer,null", schema: schema34.properties.virtualFunctions.type, parentSchema: schema34.properties.virtualFunctions, data: data6 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 65535 || isNaN(data6)) {
          const err13 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema34.properties.virtualFunctions, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema34.properties.virtualFunctions, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema39 = { "description": "One guest-visible IOMMU.", "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "Name of the vIOMMU; unique among the vIOMMUs.", "$ref": "#/$defs/name", "examples": ["guest0"] }, "model": { "description": "What the guest sees: an Intel VT-d unit.", "enum": ["intel-iommu"], "default": "intel-iommu", "examples": ["intel-iommu"] }, "holder": { "description": "Who owns the kernel objects: `agent` is pasidctl itself; with `qemu` pasidctl prepares the host and leaves every attachment to QEMU.", "enum": ["agent", "qemu"], "default": "agent", "examples": ["qemu"] }, "pasidBits": { "description": "Width of guest PASIDs in bits: PASIDs 1 to 2^pasidBits - 1 can be used. 0 switches PASIDs off. `pasid-bits` in QEMU.", "type": "integer", "minimum": 0, "maximum": 20, "default": 0, "examples": [20, 8] }, "firstStage": { "description": "First-stage translation: the hardware walks guest page tables, nested on the guest's memory. `fsts` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "firstStage1GPages": { "description": "Allow 1 GiB pages in first-stage tables; matters only with firstStage. `fs1gp` in QEMU.", "type": "boolean", "default": true, "examples": [false] }, "svm": { "description": "Shared virtual memory: address translation and page requests for the guest's processes. Needs deviceIotlb, firstStage and pasidBits. `svm` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "addressWidth": { "description": "Guest address width in bits. firstStage needs 48 or more; 57 needs a host with 5-level tables, and QEMU does not offer it. `aw-bits` in QEMU.", "enum": [39, 48, 57], "default": 48, "examples": [48] }, "cachingMode": { "description": "The guest must report new mappings too, not only changed ones. Every passed-through device needs this. `caching-mode` in QEMU.", "type": "boolean", "default": true, "examples": [true] }, "deviceIotlb": { "description": "Let devices cache translations (ATS). `device-iotlb` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "memory": { "description": "Guest memory: regions of files, and the guest addresses at which devices see them.", "type": "array", "items": { "$ref": "#/$defs/memory" }, "default": [], "examples": [[{ "file": "/dev/shm/guest0", "size": "32MiB", "guestAddress": "0x1000000", "create": true }]] }, "devices": { "description": "Names of the devices behind this vIOMMU.", "type": "array", "items": { "$ref": "#/$defs/name" }, "default": [], "examples": [["dsa0", "dsa1"]] } } };
var func1 = Object.prototype.hasOwnProperty;
var schema41 = { "description": "One region of guest memory.", "type": "object", "additionalProperties": false, "required": ["file", "size", "guestAddress"], "properties": { "file": { "description": "Absolute path of a regular file on tmpfs or hugetlbfs, without `..` and without a slash at the end. `//` and `/./` are left out.", "type": "string", "pattern": "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", "patternErrorMessage": "Must be an absolute path without control characters, such as /dev/shm/guest0.", "examples": ["/dev/shm/guest0", "/dev/hugepages/guest0"] }, "offset": { "description": "Where the region starts in the file, in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "default": 0, "examples": [0, "1GiB"] }, "size": { "description": "Size of the region in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "examples": ["32MiB", 33554432] }, "guestAddress": { "description": "Where devices and guest see the region's first byte; a multiple of 4KiB.", "$ref": "#/$defs/address64", "examples": [16777216, "0x1000000"] }, "create": { "description": "Make the file when it is missing, and remove it on release if pasidctl made it.", "type": "boolean", "default": false, "examples": [true] } } };
var schema42 = { "type": ["integer", "string"], "minimum": 0, "pattern": "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", "patternErrorMessage": "Must be a number of bytes, or a number with KiB, MiB, GiB or TiB, such as 32MiB." };
var schema44 = { "type": ["integer", "string"], "minimum": 0, "pattern": "^0[xX][0-9a-fA-F]{1,16}$", "patternErrorMessage": "Must be a 64-bit address: an integer such as 0x1000000, or the same in quotes." };
var pattern10 = new RegExp("^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", "u");
var pattern11 = new RegExp("^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", "u");
var pattern13 = new RegExp("^0[xX][0-9a-fA-F]{1,16}$", "u");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.file === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.size === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.guestAddress === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guestAddress" }, message: "must have required property 'guestAddress'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "file" || key0 === "offset" || key0 === "size" || key0 === "guestAddress" || key0 === "create")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema41, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data0 = data.file;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$" }, message: 'must match pattern "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$"', schema: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", parentSchema: schema41.properties.file, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.file.type, parentSchema: schema41.properties.file, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.offset !== void 0) {
      let data1 = data.offset;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1)) && typeof data1 !== "string") {
        const err6 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: schema42.type }, message: "must be integer,string", schema: schema42.type, parentSchema: schema42, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema42, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (typeof data1 === "string") {
        if (!pattern11.test(data1)) {
          const err8 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$"', schema: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", parentSchema: schema42, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.size !== void 0) {
      let data2 = data.size;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && typeof data2 !== "string") {
        const err9 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: schema42.type }, message: "must be integer,string", schema: schema42.type, parentSchema: schema42, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema42, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      if (typeof data2 === "string") {
        if (!pattern11.test(data2)) {
          const err11 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$"', schema: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", parentSchema: schema42, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.guestAddress !== void 0) {
      let data3 = data.guestAddress;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && typeof data3 !== "string") {
        const err12 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/type", keyword: "type", params: { type: schema44.type }, message: "must be integer,string", schema: schema44.type, parentSchema: schema44, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 0 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema44, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      if (typeof data3 === "string") {
        if (!pattern13.test(data3)) {
          const err14 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9a-fA-F]{1,16}$" }, message: 'must match pattern "^0[xX][0-9a-fA-F]{1,16}$"', schema: "^0[xX][0-9a-fA-F]{1,16}$", parentSchema: schema44, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.create !== void 0) {
      let data4 = data.create;
      if (typeof data4 !== "boolean") {
        const err15 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema41.properties.create.type, parentSchema: schema41.properties.create, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema41.type, parentSchema: schema41, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema39.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.model !== void 0) {
      let data1 = data.model;
      if (!(data1 === "intel-iommu")) {
        const err4 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/enum", keyword: "enum", params: { allowedValues: schema39.properties.model.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.model.enum, parentSchema: schema39.properties.model, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.holder !== void 0) {
      let data2 = data.holder;
      if (!(data2 === "agent" || data2 === "qemu")) {
        const err5 = { instancePath: instancePath + "/holder", schemaPath: "#/properties/holder/enum", keyword: "enum", params: { allowedValues: schema39.properties.holder.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.holder.enum, parentSchema: schema39.properties.holder, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.pasidBits !== void 0) {
      let data3 = data.pasidBits;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err6 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema39.properties.pasidBits.type, parentSchema: schema39.properties.pasidBits, data: data3 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 20 || isNaN(data3)) {
          const err7 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20", schema: 20, parentSchema: schema39.properties.pasidBits, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err8 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.pasidBits, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.firstStage !== void 0) {
      let data4 = data.firstStage;
      if (typeof data4 !== "boolean") {
        const err9 = { instancePath: instancePath + "/firstStage", schemaPath: "#/properties/firstStage/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.firstStage.type, parentSchema: schema39.properties.firstStage, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.firstStage1GPages !== void 0) {
      let data5 = data.firstStage1GPages;
      if (typeof data5 !== "boolean") {
        const err10 = { instancePath: instancePath + "/firstStage1GPages", schemaPath: "#/properties/firstStage1GPages/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.firstStage1GPages.type, parentSchema: schema39.properties.firstStage1GPages, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.svm !== void 0) {
      let data6 = data.svm;
      if (typeof data6 !== "boolean") {
        const err11 = { instancePath: instancePath + "/svm", schemaPath: "#/properties/svm/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.svm.type, parentSchema: schema39.properties.svm, data: data6 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.addressWidth !== void 0) {
      let data7 = data.addressWidth;
      if (!(data7 === 39 || data7 === 48 || data7 === 57)) {
        const err12 = { instancePath: instancePath + "/addressWidth", schemaPath: "#/properties/addressWidth/enum", keyword: "enum", params: { allowedValues: schema39.properties.addressWidth.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.addressWidth.enum, parentSchema: schema39.properties.addressWidth, data: data7 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.cachingMode !== void 0) {
      let data8 = data.cachingMode;
      if (typeof data8 !== "boolean") {
        const err13 = { instancePath: instancePath + "/cachingMode", schemaPath: "#/properties/cachingMode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.cachingMode.type, parentSchema: schema39.properties.cachingMode, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.deviceIotlb !== void 0) {
      let data9 = data.deviceIotlb;
      if (typeof data9 !== "boolean") {
        const err14 = { instancePath: instancePath + "/deviceIotlb", schemaPath: "#/properties/deviceIotlb/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.deviceIotlb.type, parentSchema: schema39.properties.deviceIotlb, data: data9 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.memory !== void 0) {
      let data10 = data.memory;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate26(data10[i0], { instancePath: instancePath + "/memory/" + i0, parentData: data10, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/memory", schemaPath: "#/properties/memory/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema39.properties.memory.type, parentSchema: schema39.properties.memory, data: data10 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.devices !== void 0) {
      let data12 = data.devices;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data13 = data12[i1];
          if (typeof data13 === "string") {
            if (!pattern5.test(data13)) {
              const err16 = { instancePath: instancePath + "/devices/" + i1, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data13 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/devices/" + i1, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data13 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/devices", schemaPath: "#/properties/devices/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema39.properties.devices.type, parentSchema: schema39.properties.devices, data: data12 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema46 = { "description": "PASIDs of one device, and what they translate through: exactly one of firstStage, passThrough and `from: guest`.", "type": "object", "additionalProperties": false, "required": ["device"], "properties": { "device": { "description": "Name of a device that belongs to a vIOMMU.", "$ref": "#/$defs/name", "examples": ["dsa0"] }, "pasid": { "description": "One PASID. PASID 0 stands for traffic without a PASID and cannot be bound.", "$ref": "#/$defs/pasid", "examples": [1] }, "pasids": { "description": "Several PASIDs: ranges, first and last included, and single PASIDs, separated by commas (in `{ }` in quotes) or as a list.", "$ref": "#/$defs/pasidList", "examples": ["1-9", "1-3,5", [1, "3-5", 16]] }, "firstStage": { "description": "Translate through a guest page table (first stage), nested on the vIOMMU's memory.", "$ref": "#/$defs/firstStage", "examples": [{ "pageTable": "0x2000000" }] }, "passThrough": { "description": "Addresses of the device are guest addresses: no first-stage table.", "const": true, "examples": [true] }, "from": { "description": "Who decides about these PASIDs: `spec` is this binding, `guest` the guest's own PASID tables, within this range.", "enum": ["spec", "guest"], "default": "spec", "examples": ["guest"] }, "domain": { "description": "Guest domain id that invalidations for these PASIDs carry. 0 is reserved by VT-d.", "$ref": "#/$defs/domain", "default": 1, "examples": [1, 42] } }, "allOf": [{ "oneOf": [{ "required": ["pasid"] }, { "required": ["pasids"] }] }, { "oneOf": [{ "required": ["firstStage"] }, { "required": ["passThrough"] }, { "required": ["from"], "properties": { "from": { "const": "guest" } } }] }], "if": { "required": ["from"], "properties": { "from": { "const": "guest" } } }, "then": { "properties": { "domain": false } } };
var schema48 = { "type": "integer", "minimum": 1, "maximum": 1048575 };
var schema53 = { "type": "integer", "minimum": 1, "maximum": 65535 };
var schema49 = { "type": ["integer", "string", "array"], "minimum": 1, "maximum": 1048575, "pattern": "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$", "patternErrorMessage": "Must be PASIDs such as 1-9 or 1-3,5 or a list of such ranges, within 1 to 1048575; a text has at most 4096 characters.", "minItems": 1, "items": { "$ref": "#/$defs/pasidRange" } };
var schema50 = { "type": ["integer", "string"], "minimum": 1, "maximum": 1048575, "pattern": "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", "patternErrorMessage": "Must be a range of PASIDs such as 1-9, within 1 to 1048575." };
var pattern16 = new RegExp("^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$", "u");
var pattern17 = new RegExp("^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", "u");
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data)) && typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema49.type }, message: "must be integer,string,array", schema: schema49.type, parentSchema: schema49, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1048575 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048575 }, message: "must be <= 1048575", schema: 1048575, parentSchema: schema49, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema49, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern16.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$" }, message: 'must match pattern "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$"', schema: "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$", parentSchema: schema49, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err4 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema49, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0)) && typeof data0 !== "string") {
        const err5 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/pasidRange/type", keyword: "type", params: { type: schema50.type }, message: "must be integer,string", schema: schema50.type, parentSchema: schema50, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 > 1048575 || isNaN(data0)) {
          const err6 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/pasidRange/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048575 }, message: "must be <= 1048575", schema: 1048575, parentSchema: schema50, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err7 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/pasidRange/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema50, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (typeof data0 === "string") {
        if (!pattern17.test(data0)) {
          const err8 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/pasidRange/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$"', schema: "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", parentSchema: schema50, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema51 = { "description": "A guest page table, as VT-d's first stage walks it.", "type": "object", "additionalProperties": false, "required": ["pageTable"], "properties": { "pageTable": { "description": "Guest address of the root table; a multiple of 4KiB, inside the vIOMMU's memory.", "$ref": "#/$defs/address64", "examples": [33554432, "0x2000000"] }, "addressWidth": { "description": "Width of the addresses that the table translates: 48 (4 levels) or 57 (5 levels). Follows levels when only that is given.", "enum": [48, 57], "default": 48, "examples": [48] }, "levels": { "description": "Levels of the table: another way to say addressWidth, 4 for 48 and 5 for 57.", "enum": [4, 5], "default": 4, "examples": [4] }, "supervisor": { "description": "Allow supervisor requests (SRE).", "type": "boolean", "default": false, "examples": [true] }, "writeProtect": { "description": "Write protection holds for supervisor requests too (WPE); without supervisor the kernel ignores it.", "type": "boolean", "default": false, "examples": [true] }, "extendedAccess": { "description": "Set the extended accessed flag in page-table entries (EAFE).", "type": "boolean", "default": false, "examples": [true] } } };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pageTable === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pageTable" }, message: "must have required property 'pageTable'", schema: schema51.required, parentSchema: schema51, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "pageTable" || key0 === "addressWidth" || key0 === "levels" || key0 === "supervisor" || key0 === "writeProtect" || key0 === "extendedAccess")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema51, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.pageTable !== void 0) {
      let data0 = data.pageTable;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0)) && typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/pageTable", schemaPath: "#/$defs/address64/type", keyword: "type", params: { type: schema44.type }, message: "must be integer,string", schema: schema44.type, parentSchema: schema44, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err3 = { instancePath: instancePath + "/pageTable", schemaPath: "#/$defs/address64/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema44, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (typeof data0 === "string") {
        if (!pattern13.test(data0)) {
          const err4 = { instancePath: instancePath + "/pageTable", schemaPath: "#/$defs/address64/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9a-fA-F]{1,16}$" }, message: 'must match pattern "^0[xX][0-9a-fA-F]{1,16}$"', schema: "^0[xX][0-9a-fA-F]{1,16}$", parentSchema: schema44, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.addressWidth !== void 0) {
      let data1 = data.addressWidth;
      if (!(data1 === 48 || data1 === 57)) {
        const err5 = { instancePath: instancePath + "/addressWidth", schemaPath: "#/properties/addressWidth/enum", keyword: "enum", params: { allowedValues: schema51.properties.addressWidth.enum }, message: "must be equal to one of the allowed values", schema: schema51.properties.addressWidth.enum, parentSchema: schema51.properties.addressWidth, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.levels !== void 0) {
      let data2 = data.levels;
      if (!(data2 === 4 || data2 === 5)) {
        const err6 = { instancePath: instancePath + "/levels", schemaPath: "#/properties/levels/enum", keyword: "enum", params: { allowedValues: schema51.properties.levels.enum }, message: "must be equal to one of the allowed values", schema: schema51.properties.levels.enum, parentSchema: schema51.properties.levels, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.supervisor !== void 0) {
      let data3 = data.supervisor;
      if (typeof data3 !== "boolean") {
        const err7 = { instancePath: instancePath + "/supervisor", schemaPath: "#/properties/supervisor/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.properties.supervisor.type, parentSchema: schema51.properties.supervisor, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.writeProtect !== void 0) {
      let data4 = data.writeProtect;
      if (typeof data4 !== "boolean") {
        const err8 = { instancePath: instancePath + "/writeProtect", schemaPath: "#/properties/writeProtect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.properties.writeProtect.type, parentSchema: schema51.properties.writeProtect, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.extendedAccess !== void 0) {
      let data5 = data.extendedAccess;
      if (typeof data5 !== "boolean") {
        const err9 = { instancePath: instancePath + "/extendedAccess", schemaPath: "#/properties/extendedAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.properties.extendedAccess.type, parentSchema: schema51.properties.extendedAccess, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema51.type, parentSchema: schema51, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = false;
  let passing0 = null;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pasid === void 0) {
      const err0 = { instancePath, schemaPath: "#/allOf/0/oneOf/0/required", keyword: "required", params: { missingProperty: "pasid" }, message: "must have required property 'pasid'", schema: schema46.allOf[0].oneOf[0].required, parentSchema: schema46.allOf[0].oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0) {
    valid1 = true;
    passing0 = 0;
  }
  const _errs4 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pasids === void 0) {
      const err1 = { instancePath, schemaPath: "#/allOf/0/oneOf/1/required", keyword: "required", params: { missingProperty: "pasids" }, message: "must have required property 'pasids'", schema: schema46.allOf[0].oneOf[1].required, parentSchema: schema46.allOf[0].oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  if (_valid0 && valid1) {
    valid1 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid1 = true;
      passing0 = 1;
    }
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema46.allOf[0].oneOf, parentSchema: schema46.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  } else {
    errors = _errs2;
    if (vErrors !== null) {
      if (_errs2) {
        vErrors.length = _errs2;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs6 = errors;
  let valid2 = false;
  let passing1 = null;
  const _errs7 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.firstStage === void 0) {
      const err3 = { instancePath, schemaPath: "#/allOf/1/oneOf/0/required", keyword: "required", params: { missingProperty: "firstStage" }, message: "must have required property 'firstStage'", schema: schema46.allOf[1].oneOf[0].required, parentSchema: schema46.allOf[1].oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid1 = _errs7 === errors;
  if (_valid1) {
    valid2 = true;
    passing1 = 0;
  }
  const _errs8 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.passThrough === void 0) {
      const err4 = { instancePath, schemaPath: "#/allOf/1/oneOf/1/required", keyword: "required", params: { missingProperty: "passThrough" }, message: "must have required property 'passThrough'", schema: schema46.allOf[1].oneOf[1].required, parentSchema: schema46.allOf[1].oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid1 = _errs8 === errors;
  if (_valid1 && valid2) {
    valid2 = false;
    passing1 = [passing1, 1];
  } else {
    if (_valid1) {
      valid2 = true;
      passing1 = 1;
    }
    const _errs9 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.from === void 0) {
        const err5 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema46.allOf[1].oneOf[2].required, parentSchema: schema46.allOf[1].oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data.from !== void 0) {
        let data0 = data.from;
        if ("guest" !== data0) {
          const err6 = { instancePath: instancePath + "/from", schemaPath: "#/allOf/1/oneOf/2/properties/from/const", keyword: "const", params: { allowedValue: "guest" }, message: "must be equal to constant", schema: "guest", parentSchema: schema46.allOf[1].oneOf[2].properties.from, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    var _valid1 = _errs9 === errors;
    if (_valid1 && valid2) {
      valid2 = false;
      passing1 = [passing1, 2];
    } else {
      if (_valid1) {
        valid2 = true;
        passing1 = 2;
        var props0 = {};
        props0.from = true;
      }
    }
  }
  if (!valid2) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf", schema: schema46.allOf[1].oneOf, parentSchema: schema46.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  } else {
    errors = _errs6;
    if (vErrors !== null) {
      if (_errs6) {
        vErrors.length = _errs6;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs11 = errors;
  let valid4 = true;
  const _errs12 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.from === void 0 && (missing0 = "from")) {
      const err8 = {};
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    } else {
      if (data.from !== void 0) {
        if ("guest" !== data.from) {
          const err9 = {};
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
  }
  var _valid2 = _errs12 === errors;
  if (props0 !== true) {
    props0 = props0 || {};
    props0.from = true;
  }
  errors = _errs11;
  if (vErrors !== null) {
    if (_errs11) {
      vErrors.length = _errs11;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs14 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.domain !== void 0) {
        const err10 = { instancePath: instancePath + "/domain", schemaPath: "#/then/properties/domain/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema46.then.properties.domain, data: data.domain };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    var _valid2 = _errs14 === errors;
    valid4 = _valid2;
    if (valid4) {
      if (props0 !== true) {
        props0 = props0 || {};
        props0.domain = true;
      }
    }
  }
  if (!valid4) {
    const err11 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema46.if, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.device === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "device" }, message: "must have required property 'device'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "device" || key0 === "pasid" || key0 === "pasids" || key0 === "firstStage" || key0 === "passThrough" || key0 === "from" || key0 === "domain")) {
        const err13 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.device !== void 0) {
      let data3 = data.device;
      if (typeof data3 === "string") {
        if (!pattern5.test(data3)) {
          const err14 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.pasid !== void 0) {
      let data4 = data.pasid;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err16 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema48.type, parentSchema: schema48, data: data4 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1048575 || isNaN(data4)) {
          const err17 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048575 }, message: "must be <= 1048575", schema: 1048575, parentSchema: schema48, data: data4 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err18 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema48, data: data4 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.pasids !== void 0) {
      if (!validate30(data.pasids, { instancePath: instancePath + "/pasids", parentData: data, parentDataProperty: "pasids", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data.firstStage !== void 0) {
      if (!validate32(data.firstStage, { instancePath: instancePath + "/firstStage", parentData: data, parentDataProperty: "firstStage", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.passThrough !== void 0) {
      let data7 = data.passThrough;
      if (true !== data7) {
        const err19 = { instancePath: instancePath + "/passThrough", schemaPath: "#/properties/passThrough/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant", schema: true, parentSchema: schema46.properties.passThrough, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data8 = data.from;
      if (!(data8 === "spec" || data8 === "guest")) {
        const err20 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/enum", keyword: "enum", params: { allowedValues: schema46.properties.from.enum }, message: "must be equal to one of the allowed values", schema: schema46.properties.from.enum, parentSchema: schema46.properties.from, data: data8 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data9 = data.domain;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err21 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.type, parentSchema: schema53, data: data9 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 65535 || isNaN(data9)) {
          const err22 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema53, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err23 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53, data: data9 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.apiVersion === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" }, message: "must have required property 'apiVersion'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "vfioPci" || key0 === "devices" || key0 === "viommus" || key0 === "bindings" || key0 === "ignore")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.apiVersion !== void 0) {
      let data0 = data.apiVersion;
      if ("pasidctl/v1" !== data0) {
        const err3 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/const", keyword: "const", params: { allowedValue: "pasidctl/v1" }, message: "must be equal to constant", schema: "pasidctl/v1", parentSchema: schema31.properties.apiVersion, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data1 = data.kind;
      if ("Host" !== data1) {
        const err4 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "Host" }, message: "must be equal to constant", schema: "Host", parentSchema: schema31.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.metadata !== void 0) {
      let data2 = data.metadata;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!(key1 === "name")) {
            const err5 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema32, data: data2 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data2.name !== void 0) {
          let data3 = data2.name;
          if (typeof data3 !== "string" && data3 !== null) {
            const err6 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/type", keyword: "type", params: { type: schema32.properties.name.type }, message: "must be string,null", schema: schema32.properties.name.type, parentSchema: schema32.properties.name, data: data3 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (typeof data3 === "string") {
            if (!pattern4.test(data3)) {
              const err7 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/$defs/metadata/properties/name/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,253}$" }, message: 'must match pattern "^[^\\u0000-\\u001f\\u007f]{1,253}$"', schema: "^[^\\u0000-\\u001f\\u007f]{1,253}$", parentSchema: schema32.properties.name, data: data3 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/metadata", schemaPath: "#/$defs/metadata/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.type, parentSchema: schema32, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.vfioPci !== void 0) {
      let data4 = data.vfioPci;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key2 in data4) {
          if (!(key2 === "disableDenylist")) {
            const err9 = { instancePath: instancePath + "/vfioPci", schemaPath: "#/$defs/vfioPci/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data: data4 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data4.disableDenylist !== void 0) {
          let data5 = data4.disableDenylist;
          if (typeof data5 !== "boolean") {
            const err10 = { instancePath: instancePath + "/vfioPci/disableDenylist", schemaPath: "#/$defs/vfioPci/properties/disableDenylist/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema33.properties.disableDenylist.type, parentSchema: schema33.properties.disableDenylist, data: data5 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/vfioPci", schemaPath: "#/$defs/vfioPci/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.devices !== void 0) {
      let data6 = data.devices;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate21(data6[i0], { instancePath: instancePath + "/devices/" + i0, parentData: data6, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/devices", schemaPath: "#/properties/devices/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.devices.type, parentSchema: schema31.properties.devices, data: data6 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.viommus !== void 0) {
      let data8 = data.viommus;
      if (Array.isArray(data8)) {
        const len1 = data8.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (!validate25(data8[i1], { instancePath: instancePath + "/viommus/" + i1, parentData: data8, parentDataProperty: i1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/viommus", schemaPath: "#/properties/viommus/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.viommus.type, parentSchema: schema31.properties.viommus, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.bindings !== void 0) {
      let data10 = data.bindings;
      if (Array.isArray(data10)) {
        const len2 = data10.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (!validate29(data10[i2], { instancePath: instancePath + "/bindings/" + i2, parentData: data10, parentDataProperty: i2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/bindings", schemaPath: "#/properties/bindings/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.bindings.type, parentSchema: schema31.properties.bindings, data: data10 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.ignore !== void 0) {
      let data12 = data.ignore;
      if (Array.isArray(data12)) {
        const len3 = data12.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data13 = data12[i3];
          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
            if (data13.check === void 0) {
              const err15 = { instancePath: instancePath + "/ignore/" + i3, schemaPath: "#/$defs/accepted/required", keyword: "required", params: { missingProperty: "check" }, message: "must have required property 'check'", schema: schema54.required, parentSchema: schema54, data: data13 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (data13.reason === void 0) {
              const err16 = { instancePath: instancePath + "/ignore/" + i3, schemaPath: "#/$defs/accepted/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema54.required, parentSchema: schema54, data: data13 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            for (const key3 in data13) {
              if (!(key3 === "check" || key3 === "reason")) {
                const err17 = { instancePath: instancePath + "/ignore/" + i3, schemaPath: "#/$defs/accepted/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema54, data: data13 };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data13.check !== void 0) {
              let data14 = data13.check;
              if (typeof data14 === "string") {
                if (!pattern19.test(data14)) {
                  const err18 = { instancePath: instancePath + "/ignore/" + i3 + "/check", schemaPath: "#/$defs/accepted/properties/check/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9_-]*$"', schema: "^[A-Za-z][A-Za-z0-9_-]*$", parentSchema: schema54.properties.check, data: data14 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              } else {
                const err19 = { instancePath: instancePath + "/ignore/" + i3 + "/check", schemaPath: "#/$defs/accepted/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.properties.check.type, parentSchema: schema54.properties.check, data: data14 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data13.reason !== void 0) {
              let data15 = data13.reason;
              if (typeof data15 === "string") {
                if (!pattern20.test(data15)) {
                  const err20 = { instancePath: instancePath + "/ignore/" + i3 + "/reason", schemaPath: "#/$defs/accepted/properties/reason/pattern", keyword: "pattern", params: { pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$" }, message: 'must match pattern "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$"', schema: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", parentSchema: schema54.properties.reason, data: data15 };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              } else {
                const err21 = { instancePath: instancePath + "/ignore/" + i3 + "/reason", schemaPath: "#/$defs/accepted/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.properties.reason.type, parentSchema: schema54.properties.reason, data: data15 };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/ignore/" + i3, schemaPath: "#/$defs/accepted/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema54.type, parentSchema: schema54, data: data13 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/ignore", schemaPath: "#/properties/ignore/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.ignore.type, parentSchema: schema31.properties.ignore, data: data12 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateDevice = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.virtualFunctions === void 0 && (missing0 = "virtualFunctions")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.virtualFunctions !== void 0) {
        let data0 = data.virtualFunctions;
        if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.release !== void 0) {
        const err2 = { instancePath: instancePath + "/release", schemaPath: "#/then/properties/release/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema34.then.properties.release, data: data.release };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs5 === errors;
    valid0 = _valid0;
    if (valid0) {
      var props0 = {};
      props0.release = true;
      props0.virtualFunctions = true;
    }
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema34.if, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.address === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "address" || key0 === "expect" || key0 === "release" || key0 === "virtualFunctions")) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data2 = data.name;
      if (typeof data2 === "string") {
        if (!pattern5.test(data2)) {
          const err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.address !== void 0) {
      let data3 = data.address;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err9 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/pattern", keyword: "pattern", params: { pattern: "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$" }, message: 'must match pattern "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$"', schema: "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", parentSchema: schema34.properties.address, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.address.type, parentSchema: schema34.properties.address, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      if (!validate22(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.release !== void 0) {
      let data5 = data.release;
      if (!(data5 === "restore" || data5 === "keep")) {
        const err11 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/enum", keyword: "enum", params: { allowedValues: schema34.properties.release.enum }, message: "must be equal to one of the allowed values", schema: schema34.properties.release.enum, parentSchema: schema34.properties.release, data: data5 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.virtualFunctions !== void 0) {
      let data6 = data.virtualFunctions;
      if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6)) && data6 !== null) {
        const err12 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/type", keyword: "type", params: { type: schema34.properties.virtualFunctions.type }, message: "must be integer,null", schema: schema34.properties.virtualFunctions.type, parentSchema: schema34.properties.virtualFunctions, data: data6 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data6 == "number" && isFinite(data6)) {
        if (data6 > 65535 || isNaN(data6)) {
          const err13 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema34.properties.virtualFunctions, data: data6 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (data6 < 1 || isNaN(data6)) {
          const err14 = { instancePath: instancePath + "/virtualFunctions", schemaPath: "#/properties/virtualFunctions/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema34.properties.virtualFunctions, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateViommu = validate37;
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema39.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern5.test(data0)) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.model !== void 0) {
      let data1 = data.model;
      if (!(data1 === "intel-iommu")) {
        const err4 = { instancePath: instancePath + "/model", schemaPath: "#/properties/model/enum", keyword: "enum", params: { allowedValues: schema39.properties.model.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.model.enum, parentSchema: schema39.properties.model, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.holder !== void 0) {
      let data2 = data.holder;
      if (!(data2 === "agent" || data2 === "qemu")) {
        const err5 = { instancePath: instancePath + "/holder", schemaPath: "#/properties/holder/enum", keyword: "enum", params: { allowedValues: schema39.properties.holder.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.holder.enum, parentSchema: schema39.properties.holder, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.pasidBits !== void 0) {
      let data3 = data.pasidBits;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err6 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema39.properties.pasidBits.type, parentSchema: schema39.properties.pasidBits, data: data3 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 20 || isNaN(data3)) {
          const err7 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20", schema: 20, parentSchema: schema39.properties.pasidBits, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data3 < 0 || isNaN(data3)) {
          const err8 = { instancePath: instancePath + "/pasidBits", schemaPath: "#/properties/pasidBits/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema39.properties.pasidBits, data: data3 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.firstStage !== void 0) {
      let data4 = data.firstStage;
      if (typeof data4 !== "boolean") {
        const err9 = { instancePath: instancePath + "/firstStage", schemaPath: "#/properties/firstStage/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.firstStage.type, parentSchema: schema39.properties.firstStage, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.firstStage1GPages !== void 0) {
      let data5 = data.firstStage1GPages;
      if (typeof data5 !== "boolean") {
        const err10 = { instancePath: instancePath + "/firstStage1GPages", schemaPath: "#/properties/firstStage1GPages/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.firstStage1GPages.type, parentSchema: schema39.properties.firstStage1GPages, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.svm !== void 0) {
      let data6 = data.svm;
      if (typeof data6 !== "boolean") {
        const err11 = { instancePath: instancePath + "/svm", schemaPath: "#/properties/svm/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.svm.type, parentSchema: schema39.properties.svm, data: data6 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.addressWidth !== void 0) {
      let data7 = data.addressWidth;
      if (!(data7 === 39 || data7 === 48 || data7 === 57)) {
        const err12 = { instancePath: instancePath + "/addressWidth", schemaPath: "#/properties/addressWidth/enum", keyword: "enum", params: { allowedValues: schema39.properties.addressWidth.enum }, message: "must be equal to one of the allowed values", schema: schema39.properties.addressWidth.enum, parentSchema: schema39.properties.addressWidth, data: data7 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.cachingMode !== void 0) {
      let data8 = data.cachingMode;
      if (typeof data8 !== "boolean") {
        const err13 = { instancePath: instancePath + "/cachingMode", schemaPath: "#/properties/cachingMode/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.cachingMode.type, parentSchema: schema39.properties.cachingMode, data: data8 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.deviceIotlb !== void 0) {
      let data9 = data.deviceIotlb;
      if (typeof data9 !== "boolean") {
        const err14 = { instancePath: instancePath + "/deviceIotlb", schemaPath: "#/properties/deviceIotlb/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema39.properties.deviceIotlb.type, parentSchema: schema39.properties.deviceIotlb, data: data9 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.memory !== void 0) {
      let data10 = data.memory;
      if (Array.isArray(data10)) {
        const len0 = data10.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate26(data10[i0], { instancePath: instancePath + "/memory/" + i0, parentData: data10, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/memory", schemaPath: "#/properties/memory/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema39.properties.memory.type, parentSchema: schema39.properties.memory, data: data10 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.devices !== void 0) {
      let data12 = data.devices;
      if (Array.isArray(data12)) {
        const len1 = data12.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data13 = data12[i1];
          if (typeof data13 === "string") {
            if (!pattern5.test(data13)) {
              const err16 = { instancePath: instancePath + "/devices/" + i1, schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data13 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/devices/" + i1, schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data13 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/devices", schemaPath: "#/properties/devices/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema39.properties.devices.type, parentSchema: schema39.properties.devices, data: data12 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateMemory = validate39;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate39.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.file === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.size === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "size" }, message: "must have required property 'size'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.guestAddress === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guestAddress" }, message: "must have required property 'guestAddress'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "file" || key0 === "offset" || key0 === "size" || key0 === "guestAddress" || key0 === "create")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema41, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data0 = data.file;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$" }, message: 'must match pattern "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$"', schema: "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", parentSchema: schema41.properties.file, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.file.type, parentSchema: schema41.properties.file, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.offset !== void 0) {
      let data1 = data.offset;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1)) && typeof data1 !== "string") {
        const err6 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: schema42.type }, message: "must be integer,string", schema: schema42.type, parentSchema: schema42, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err7 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema42, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      }
      if (typeof data1 === "string") {
        if (!pattern11.test(data1)) {
          const err8 = { instancePath: instancePath + "/offset", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$"', schema: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", parentSchema: schema42, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.size !== void 0) {
      let data2 = data.size;
      if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2)) && typeof data2 !== "string") {
        const err9 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/type", keyword: "type", params: { type: schema42.type }, message: "must be integer,string", schema: schema42.type, parentSchema: schema42, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (typeof data2 == "number" && isFinite(data2)) {
        if (data2 < 0 || isNaN(data2)) {
          const err10 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema42, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      }
      if (typeof data2 === "string") {
        if (!pattern11.test(data2)) {
          const err11 = { instancePath: instancePath + "/size", schemaPath: "#/$defs/size/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$"', schema: "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", parentSchema: schema42, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
    if (data.guestAddress !== void 0) {
      let data3 = data.guestAddress;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3)) && typeof data3 !== "string") {
        const err12 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/type", keyword: "type", params: { type: schema44.type }, message: "must be integer,string", schema: schema44.type, parentSchema: schema44, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 < 0 || isNaN(data3)) {
          const err13 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema44, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      }
      if (typeof data3 === "string") {
        if (!pattern13.test(data3)) {
          const err14 = { instancePath: instancePath + "/guestAddress", schemaPath: "#/$defs/address64/pattern", keyword: "pattern", params: { pattern: "^0[xX][0-9a-fA-F]{1,16}$" }, message: 'must match pattern "^0[xX][0-9a-fA-F]{1,16}$"', schema: "^0[xX][0-9a-fA-F]{1,16}$", parentSchema: schema44, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      }
    }
    if (data.create !== void 0) {
      let data4 = data.create;
      if (typeof data4 !== "boolean") {
        const err15 = { instancePath: instancePath + "/create", schemaPath: "#/properties/create/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema41.properties.create.type, parentSchema: schema41.properties.create, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema41.type, parentSchema: schema41, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
validate39.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateBinding = validate40;
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = false;
  let passing0 = null;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pasid === void 0) {
      const err0 = { instancePath, schemaPath: "#/allOf/0/oneOf/0/required", keyword: "required", params: { missingProperty: "pasid" }, message: "must have required property 'pasid'", schema: schema46.allOf[0].oneOf[0].required, parentSchema: schema46.allOf[0].oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0) {
    valid1 = true;
    passing0 = 0;
  }
  const _errs4 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.pasids === void 0) {
      const err1 = { instancePath, schemaPath: "#/allOf/0/oneOf/1/required", keyword: "required", params: { missingProperty: "pasids" }, message: "must have required property 'pasids'", schema: schema46.allOf[0].oneOf[1].required, parentSchema: schema46.allOf[0].oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs4 === errors;
  if (_valid0 && valid1) {
    valid1 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid1 = true;
      passing0 = 1;
    }
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 }, message: "must match exactly one schema in oneOf", schema: schema46.allOf[0].oneOf, parentSchema: schema46.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  } else {
    errors = _errs2;
    if (vErrors !== null) {
      if (_errs2) {
        vErrors.length = _errs2;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs6 = errors;
  let valid2 = false;
  let passing1 = null;
  const _errs7 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.firstStage === void 0) {
      const err3 = { instancePath, schemaPath: "#/allOf/1/oneOf/0/required", keyword: "required", params: { missingProperty: "firstStage" }, message: "must have required property 'firstStage'", schema: schema46.allOf[1].oneOf[0].required, parentSchema: schema46.allOf[1].oneOf[0], data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid1 = _errs7 === errors;
  if (_valid1) {
    valid2 = true;
    passing1 = 0;
  }
  const _errs8 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.passThrough === void 0) {
      const err4 = { instancePath, schemaPath: "#/allOf/1/oneOf/1/required", keyword: "required", params: { missingProperty: "passThrough" }, message: "must have required property 'passThrough'", schema: schema46.allOf[1].oneOf[1].required, parentSchema: schema46.allOf[1].oneOf[1], data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid1 = _errs8 === errors;
  if (_valid1 && valid2) {
    valid2 = false;
    passing1 = [passing1, 1];
  } else {
    if (_valid1) {
      valid2 = true;
      passing1 = 1;
    }
    const _errs9 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.from === void 0) {
        const err5 = { instancePath, schemaPath: "#/allOf/1/oneOf/2/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'", schema: schema46.allOf[1].oneOf[2].required, parentSchema: schema46.allOf[1].oneOf[2], data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data.from !== void 0) {
        let data0 = data.from;
        if ("guest" !== data0) {
          const err6 = { instancePath: instancePath + "/from", schemaPath: "#/allOf/1/oneOf/2/properties/from/const", keyword: "const", params: { allowedValue: "guest" }, message: "must be equal to constant", schema: "guest", parentSchema: schema46.allOf[1].oneOf[2].properties.from, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    }
    var _valid1 = _errs9 === errors;
    if (_valid1 && valid2) {
      valid2 = false;
      passing1 = [passing1, 2];
    } else {
      if (_valid1) {
        valid2 = true;
        passing1 = 2;
        var props0 = {};
        props0.from = true;
      }
    }
  }
  if (!valid2) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/oneOf", keyword: "oneOf", params: { passingSchemas: passing1 }, message: "must match exactly one schema in oneOf", schema: schema46.allOf[1].oneOf, parentSchema: schema46.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  } else {
    errors = _errs6;
    if (vErrors !== null) {
      if (_errs6) {
        vErrors.length = _errs6;
      } else {
        vErrors = null;
      }
    }
  }
  const _errs11 = errors;
  let valid4 = true;
  const _errs12 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.from === void 0 && (missing0 = "from")) {
      const err8 = {};
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    } else {
      if (data.from !== void 0) {
        if ("guest" !== data.from) {
          const err9 = {};
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
  }
  var _valid2 = _errs12 === errors;
  if (props0 !== true) {
    props0 = props0 || {};
    props0.from = true;
  }
  errors = _errs11;
  if (vErrors !== null) {
    if (_errs11) {
      vErrors.length = _errs11;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs14 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.domain !== void 0) {
        const err10 = { instancePath: instancePath + "/domain", schemaPath: "#/then/properties/domain/false schema", keyword: "false schema", params: {}, message: "boolean schema is false", schema: false, parentSchema: schema46.then.properties.domain, data: data.domain };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    var _valid2 = _errs14 === errors;
    valid4 = _valid2;
    if (valid4) {
      if (props0 !== true) {
        props0 = props0 || {};
        props0.domain = true;
      }
    }
  }
  if (!valid4) {
    const err11 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema46.if, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.device === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "device" }, message: "must have required property 'device'", schema: schema46.required, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "device" || key0 === "pasid" || key0 === "pasids" || key0 === "firstStage" || key0 === "passThrough" || key0 === "from" || key0 === "domain")) {
        const err13 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.device !== void 0) {
      let data3 = data.device;
      if (typeof data3 === "string") {
        if (!pattern5.test(data3)) {
          const err14 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/device", schemaPath: "#/$defs/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.pasid !== void 0) {
      let data4 = data.pasid;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err16 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema48.type, parentSchema: schema48, data: data4 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 > 1048575 || isNaN(data4)) {
          const err17 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048575 }, message: "must be <= 1048575", schema: 1048575, parentSchema: schema48, data: data4 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data4 < 1 || isNaN(data4)) {
          const err18 = { instancePath: instancePath + "/pasid", schemaPath: "#/$defs/pasid/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema48, data: data4 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
    if (data.pasids !== void 0) {
      if (!validate30(data.pasids, { instancePath: instancePath + "/pasids", parentData: data, parentDataProperty: "pasids", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
        errors = vErrors.length;
      }
    }
    if (data.firstStage !== void 0) {
      if (!validate32(data.firstStage, { instancePath: instancePath + "/firstStage", parentData: data, parentDataProperty: "firstStage", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
        errors = vErrors.length;
      }
    }
    if (data.passThrough !== void 0) {
      let data7 = data.passThrough;
      if (true !== data7) {
        const err19 = { instancePath: instancePath + "/passThrough", schemaPath: "#/properties/passThrough/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant", schema: true, parentSchema: schema46.properties.passThrough, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data8 = data.from;
      if (!(data8 === "spec" || data8 === "guest")) {
        const err20 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/enum", keyword: "enum", params: { allowedValues: schema46.properties.from.enum }, message: "must be equal to one of the allowed values", schema: schema46.properties.from.enum, parentSchema: schema46.properties.from, data: data8 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data9 = data.domain;
      if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
        const err21 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema53.type, parentSchema: schema53, data: data9 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (typeof data9 == "number" && isFinite(data9)) {
        if (data9 > 65535 || isNaN(data9)) {
          const err22 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535", schema: 65535, parentSchema: schema53, data: data9 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data9 < 1 || isNaN(data9)) {
          const err23 = { instancePath: instancePath + "/domain", schemaPath: "#/$defs/domain/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema53, data: data9 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema46.type, parentSchema: schema46, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate40.errors = vErrors;
  return errors === 0;
}
validate40.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateAccepted = validate43;
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.check === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "check" }, message: "must have required property 'check'", schema: schema54.required, parentSchema: schema54, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema54.required, parentSchema: schema54, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "check" || key0 === "reason")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema54, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.check !== void 0) {
      let data0 = data.check;
      if (typeof data0 === "string") {
        if (!pattern19.test(data0)) {
          const err3 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_-]*$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9_-]*$"', schema: "^[A-Za-z][A-Za-z0-9_-]*$", parentSchema: schema54.properties.check, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.properties.check.type, parentSchema: schema54.properties.check, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data1 = data.reason;
      if (typeof data1 === "string") {
        if (!pattern20.test(data1)) {
          const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/pattern", keyword: "pattern", params: { pattern: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$" }, message: 'must match pattern "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$"', schema: "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", parentSchema: schema54.properties.reason, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema54.properties.reason.type, parentSchema: schema54.properties.reason, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema54.type, parentSchema: schema54, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateName = validate44;
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate44.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9._-]{0,62}$" }, message: 'must match pattern "^[A-Za-z][A-Za-z0-9._-]{0,62}$"', schema: "^[A-Za-z][A-Za-z0-9._-]{0,62}$", parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.type, parentSchema: schema35, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
validate44.evaluated = { "dynamicProps": false, "dynamicItems": false };
var validatePasidRange = validate45;
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate45.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data)) && typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema50.type }, message: "must be integer,string", schema: schema50.type, parentSchema: schema50, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (typeof data == "number" && isFinite(data)) {
    if (data > 1048575 || isNaN(data)) {
      const err1 = { instancePath, schemaPath: "#/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1048575 }, message: "must be <= 1048575", schema: 1048575, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data < 1 || isNaN(data)) {
      const err2 = { instancePath, schemaPath: "#/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  if (typeof data === "string") {
    if (!pattern17.test(data)) {
      const err3 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$" }, message: 'must match pattern "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$"', schema: "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", parentSchema: schema50, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  validate45.errors = vErrors;
  return errors === 0;
}
validate45.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:pasidctl:schema:host.v1", "title": "pasidctl host", "description": "PCI devices, vIOMMUs and PASID bindings of one virtualization host, as they shall be.", "type": "object", "additionalProperties": false, "required": ["apiVersion", "kind"], "properties": { "apiVersion": { "description": "Version of this file format.", "const": "pasidctl/v1", "examples": ["pasidctl/v1"] }, "kind": { "description": "What the document describes: one host.", "const": "Host", "examples": ["Host"] }, "metadata": { "description": "Notes about the document; they change nothing on the machine.", "$ref": "#/$defs/metadata", "default": {}, "examples": [{ "name": "rack7-host3" }] }, "vfioPci": { "description": "How pasidctl loads the module vfio_pci, when it is not loaded yet.", "$ref": "#/$defs/vfioPci", "default": {}, "examples": [{ "disableDenylist": true }] }, "devices": { "description": "PCI functions that pasidctl takes from their host drivers and hands to vfio-pci, and PFs whose VFs it makes. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/device" }, "default": [], "examples": [[{ "name": "dsa0", "address": "0000:6a:01.0" }]] }, "viommus": { "description": "Guest-visible IOMMUs. Each is one iommufd with one address space (IOAS), its devices and its PASID width. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/viommu" }, "default": [], "examples": [[{ "name": "guest0", "pasidBits": 20, "firstStage": true, "devices": ["dsa0"] }]] }, "bindings": { "description": "What each PASID of a device translates through. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/binding" }, "default": [], "examples": [[{ "device": "dsa0", "pasid": 1, "passThrough": true }]] }, "ignore": { "description": "Findings about the machine that you accept, each with the reason. `plan` no longer tells a warning that is listed here; it still refuses for errors. `doctor` counts all that are listed. Lists of several documents are joined.", "type": "array", "items": { "$ref": "#/$defs/accepted" }, "default": [], "examples": [[{ "check": "kernel-release", "reason": "our vendor has ported PASID attachment back" }]] } }, "$defs": { "metadata": { "type": "object", "additionalProperties": false, "properties": { "name": { "description": "A name for people. Documents that are read together must agree on it.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "default": null, "examples": ["rack7-host3"] } } }, "accepted": { "description": "A finding that you accept.", "type": "object", "additionalProperties": false, "required": ["check", "reason"], "properties": { "check": { "description": "Id of a check, as `doctor` prints it, or code of a problem.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$", "patternErrorMessage": "Must be the id of a check, such as kernel-release, or a code, such as HOST_KERNEL_UNSURE.", "examples": ["kernel-release", "HOST_KERNEL_UNSURE"] }, "reason": { "description": "Why you accept it, for those who read the spec or the output of `doctor` later.", "type": "string", "pattern": "^(?=.*\\S)[^\\u0000-\\u001f\\u007f]{1,253}$", "patternErrorMessage": "Must be 1 to 253 characters on one line.", "examples": ["our vendor has ported PASID attachment back"] } } }, "vfioPci": { "type": "object", "additionalProperties": false, "properties": { "disableDenylist": { "description": "Load it with `disable_denylist=1`, so that it takes devices that Linux lists as unsafe for guests: Intel DSA 8086:0b25, IAA 8086:0cfe and older QuickAssist. A guest with such a device can hang the host (INTEL-SA-01084, CVE-2024-21823): only for guests that you trust. Documents that are read together must agree on it.", "type": "boolean", "default": false, "examples": [true] } } }, "device": { "description": "One PCI function, by the name that the rest of the file uses for it.", "type": "object", "additionalProperties": false, "required": ["name", "address"], "properties": { "name": { "description": "Name of the device in this file; unique among the devices.", "$ref": "#/$defs/name", "examples": ["dsa0", "nvme1"] }, "address": { "description": "PCI address, as `lspci -D` prints it. Without a segment it is in segment 0000.", "type": "string", "pattern": "^(([0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{4}):)?[0-9a-fA-F]{2}:[01][0-9a-fA-F]\\.[0-7]$", "patternErrorMessage": "Must be a PCI address such as 0000:6a:01.0 or 6a:01.0.", "examples": ["0000:6a:01.0", "6a:01.0"] }, "expect": { "description": "Identity guard: what must be found at the address. It keeps a device that moved to another slot from being replaced by its neighbour.", "$ref": "#/$defs/identity", "default": {}, "examples": [{ "vendor": "0x8086", "device": "0x0b25" }] }, "release": { "description": "What happens when pasidctl gives the device back: `restore` binds it to the driver that it had before, `keep` leaves it with vfio-pci.", "enum": ["restore", "keep"], "default": "restore", "examples": ["keep"] }, "virtualFunctions": { "description": "The device is a PF that shall have this many VFs. It stays with its own driver, which makes them before devices are taken and removes them on release; list the VFs as devices of their own. In no vIOMMU. Null, or without it, the device itself is taken.", "type": ["integer", "null"], "minimum": 1, "maximum": 65535, "default": null, "examples": [8] } }, "if": { "required": ["virtualFunctions"], "properties": { "virtualFunctions": { "type": "integer" } } }, "then": { "properties": { "release": false } } }, "identity": { "type": "object", "additionalProperties": false, "properties": { "vendor": { "description": "PCI vendor id, such as 0x8086; any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x8086", 32902] }, "device": { "description": "PCI device id, such as 0x0b25 (DSA); any when absent.", "$ref": "#/$defs/id16", "default": null, "examples": ["0x0b25"] } } }, "viommu": { "description": "One guest-visible IOMMU.", "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "description": "Name of the vIOMMU; unique among the vIOMMUs.", "$ref": "#/$defs/name", "examples": ["guest0"] }, "model": { "description": "What the guest sees: an Intel VT-d unit.", "enum": ["intel-iommu"], "default": "intel-iommu", "examples": ["intel-iommu"] }, "holder": { "description": "Who owns the kernel objects: `agent` is pasidctl itself; with `qemu` pasidctl prepares the host and leaves every attachment to QEMU.", "enum": ["agent", "qemu"], "default": "agent", "examples": ["qemu"] }, "pasidBits": { "description": "Width of guest PASIDs in bits: PASIDs 1 to 2^pasidBits - 1 can be used. 0 switches PASIDs off. `pasid-bits` in QEMU.", "type": "integer", "minimum": 0, "maximum": 20, "default": 0, "examples": [20, 8] }, "firstStage": { "description": "First-stage translation: the hardware walks guest page tables, nested on the guest's memory. `fsts` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "firstStage1GPages": { "description": "Allow 1 GiB pages in first-stage tables; matters only with firstStage. `fs1gp` in QEMU.", "type": "boolean", "default": true, "examples": [false] }, "svm": { "description": "Shared virtual memory: address translation and page requests for the guest's processes. Needs deviceIotlb, firstStage and pasidBits. `svm` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "addressWidth": { "description": "Guest address width in bits. firstStage needs 48 or more; 57 needs a host with 5-level tables, and QEMU does not offer it. `aw-bits` in QEMU.", "enum": [39, 48, 57], "default": 48, "examples": [48] }, "cachingMode": { "description": "The guest must report new mappings too, not only changed ones. Every passed-through device needs this. `caching-mode` in QEMU.", "type": "boolean", "default": true, "examples": [true] }, "deviceIotlb": { "description": "Let devices cache translations (ATS). `device-iotlb` in QEMU.", "type": "boolean", "default": false, "examples": [true] }, "memory": { "description": "Guest memory: regions of files, and the guest addresses at which devices see them.", "type": "array", "items": { "$ref": "#/$defs/memory" }, "default": [], "examples": [[{ "file": "/dev/shm/guest0", "size": "32MiB", "guestAddress": "0x1000000", "create": true }]] }, "devices": { "description": "Names of the devices behind this vIOMMU.", "type": "array", "items": { "$ref": "#/$defs/name" }, "default": [], "examples": [["dsa0", "dsa1"]] } } }, "memory": { "description": "One region of guest memory.", "type": "object", "additionalProperties": false, "required": ["file", "size", "guestAddress"], "properties": { "file": { "description": "Absolute path of a regular file on tmpfs or hugetlbfs, without `..` and without a slash at the end. `//` and `/./` are left out.", "type": "string", "pattern": "^/[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*$", "patternErrorMessage": "Must be an absolute path without control characters, such as /dev/shm/guest0.", "examples": ["/dev/shm/guest0", "/dev/hugepages/guest0"] }, "offset": { "description": "Where the region starts in the file, in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "default": 0, "examples": [0, "1GiB"] }, "size": { "description": "Size of the region in bytes; a multiple of 4KiB.", "$ref": "#/$defs/size", "examples": ["32MiB", 33554432] }, "guestAddress": { "description": "Where devices and guest see the region's first byte; a multiple of 4KiB.", "$ref": "#/$defs/address64", "examples": [16777216, "0x1000000"] }, "create": { "description": "Make the file when it is missing, and remove it on release if pasidctl made it.", "type": "boolean", "default": false, "examples": [true] } } }, "binding": { "description": "PASIDs of one device, and what they translate through: exactly one of firstStage, passThrough and `from: guest`.", "type": "object", "additionalProperties": false, "required": ["device"], "properties": { "device": { "description": "Name of a device that belongs to a vIOMMU.", "$ref": "#/$defs/name", "examples": ["dsa0"] }, "pasid": { "description": "One PASID. PASID 0 stands for traffic without a PASID and cannot be bound.", "$ref": "#/$defs/pasid", "examples": [1] }, "pasids": { "description": "Several PASIDs: ranges, first and last included, and single PASIDs, separated by commas (in `{ }` in quotes) or as a list.", "$ref": "#/$defs/pasidList", "examples": ["1-9", "1-3,5", [1, "3-5", 16]] }, "firstStage": { "description": "Translate through a guest page table (first stage), nested on the vIOMMU's memory.", "$ref": "#/$defs/firstStage", "examples": [{ "pageTable": "0x2000000" }] }, "passThrough": { "description": "Addresses of the device are guest addresses: no first-stage table.", "const": true, "examples": [true] }, "from": { "description": "Who decides about these PASIDs: `spec` is this binding, `guest` the guest's own PASID tables, within this range.", "enum": ["spec", "guest"], "default": "spec", "examples": ["guest"] }, "domain": { "description": "Guest domain id that invalidations for these PASIDs carry. 0 is reserved by VT-d.", "$ref": "#/$defs/domain", "default": 1, "examples": [1, 42] } }, "allOf": [{ "oneOf": [{ "required": ["pasid"] }, { "required": ["pasids"] }] }, { "oneOf": [{ "required": ["firstStage"] }, { "required": ["passThrough"] }, { "required": ["from"], "properties": { "from": { "const": "guest" } } }] }], "if": { "required": ["from"], "properties": { "from": { "const": "guest" } } }, "then": { "properties": { "domain": false } } }, "firstStage": { "description": "A guest page table, as VT-d's first stage walks it.", "type": "object", "additionalProperties": false, "required": ["pageTable"], "properties": { "pageTable": { "description": "Guest address of the root table; a multiple of 4KiB, inside the vIOMMU's memory.", "$ref": "#/$defs/address64", "examples": [33554432, "0x2000000"] }, "addressWidth": { "description": "Width of the addresses that the table translates: 48 (4 levels) or 57 (5 levels). Follows levels when only that is given.", "enum": [48, 57], "default": 48, "examples": [48] }, "levels": { "description": "Levels of the table: another way to say addressWidth, 4 for 48 and 5 for 57.", "enum": [4, 5], "default": 4, "examples": [4] }, "supervisor": { "description": "Allow supervisor requests (SRE).", "type": "boolean", "default": false, "examples": [true] }, "writeProtect": { "description": "Write protection holds for supervisor requests too (WPE); without supervisor the kernel ignores it.", "type": "boolean", "default": false, "examples": [true] }, "extendedAccess": { "description": "Set the extended accessed flag in page-table entries (EAFE).", "type": "boolean", "default": false, "examples": [true] } } }, "name": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9._-]{0,62}$", "patternErrorMessage": "Must be a name: a letter, then up to 62 letters, digits, dots, underscores or dashes." }, "id16": { "type": ["integer", "string", "null"], "minimum": 0, "maximum": 65535, "pattern": "^0[xX][0-9a-fA-F]{1,4}$", "patternErrorMessage": "Must be a 16-bit PCI id such as 0x8086." }, "address64": { "type": ["integer", "string"], "minimum": 0, "pattern": "^0[xX][0-9a-fA-F]{1,16}$", "patternErrorMessage": "Must be a 64-bit address: an integer such as 0x1000000, or the same in quotes." }, "size": { "type": ["integer", "string"], "minimum": 0, "pattern": "^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,20}([KMGT]iB)?)$", "patternErrorMessage": "Must be a number of bytes, or a number with KiB, MiB, GiB or TiB, such as 32MiB." }, "pasid": { "type": "integer", "minimum": 1, "maximum": 1048575 }, "pasidList": { "type": ["integer", "string", "array"], "minimum": 1, "maximum": 1048575, "pattern": "^(?=.{1,4096}$)(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?(?: *, *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})(?: *- *(?:0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?)*$", "patternErrorMessage": "Must be PASIDs such as 1-9 or 1-3,5 or a list of such ranges, within 1 to 1048575; a text has at most 4096 characters.", "minItems": 1, "items": { "$ref": "#/$defs/pasidRange" } }, "pasidRange": { "type": ["integer", "string"], "minimum": 1, "maximum": 1048575, "pattern": "^(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7})( *- *(0[xX][0-9a-fA-F]{1,5}|[0-9]{1,7}))?$", "patternErrorMessage": "Must be a range of PASIDs such as 1-9, within 1 to 1048575." }, "domain": { "type": "integer", "minimum": 1, "maximum": 65535 } } };
export {
  schema,
  validateAccepted,
  validateBinding,
  validateDevice,
  validateMemory,
  validateName,
  validatePasidRange,
  validateSpec,
  validateViommu
};
