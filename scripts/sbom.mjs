// Writes what a release contains as a CycloneDX 1.6 document: npm run sbom [-- <file>|-] [<unpacked release>].
// Of an unpacked release it names what lies there; otherwise what the releases for all platforms have together.
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Enums, Models, Serialize, Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { licenceOf, manifestOf, readClosure, readReviewed, root, tools } from "./packages.mjs";

const version = Spec.Version.v1dot6;

/** `name@version` of every package folder of an installation, with `+` for the slash of a scope. */
function installedIn(folder) {
  return new Set(readdirSync(join(folder, "node_modules", ".pnpm")).map((name) => name.replace(/_.*$/, "")));
}

function isOfReleases({ id, os, cpu, libc }) {
  if (tools.some((tool) => id.replace("/", "+").startsWith(tool))) return false;
  const has = (list, wanted) => list === undefined || wanted.some((one) => list.includes(one));
  return has(os, ["linux"]) && has(cpu, ["x64", "arm64"]) && has(libc, ["glibc"]);
}

/** What the page is built of is in its files; types are not. */
function isOfPage({ id, parts }) {
  return parts.has("page") && !/^(@types\/|typescript@|@typescript\/|csstype@)/.test(id);
}

function contents(folder) {
  const installed = folder === undefined ? undefined : installedIn(folder);
  return [...readClosure().values()].filter((one) => {
    const isThere = installed === undefined ? isOfReleases(one) : installed.has(one.id.replace("/", "+"));
    return isOfPage(one) || (one.parts.has("server") && isThere);
  });
}

function licenceModel(spelling) {
  if (/ (OR|AND|WITH) /.test(spelling)) return new Models.LicenseExpression(spelling);
  return new Models.SpdxLicense(spelling);
}

function componentOf(one, reviewed) {
  const [group, name] = one.name.startsWith("@") ? one.name.split("/") : [undefined, one.name];
  const scope = group === undefined ? "" : `${encodeURIComponent(group)}/`;
  const purl = `pkg:npm/${scope}${name}@${encodeURIComponent(one.version)}`;
  const component = new Models.Component(Enums.ComponentType.Library, name, { group, version: one.version, purl });
  component.bomRef.value = purl;
  component.scope = Enums.ComponentScope.Required;
  const licence = reviewed.packages[one.id]?.licence ?? licenceOf(manifestOf(one) ?? {});
  if (licence !== undefined) component.licenses.add(licenceModel(licence));
  const [, hash] = one.integrity.split("sha512-");
  if (hash !== undefined)
    component.hashes.set(Enums.HashAlgorithm["SHA-512"], Buffer.from(hash, "base64").toString("hex"));
  for (const part of one.parts) component.properties.add(new Models.Property("yuanbiao:part", part));
  return component;
}

/** The document, as text that the format's own schema accepts. */
export async function makeSbom(folder) {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const application = new Models.Component(Enums.ComponentType.Application, manifest.name, {
    version: manifest.version,
    description: manifest.description,
    bomRef: `${manifest.name}@${manifest.version}`,
  });
  application.licenses.add(licenceModel(manifest.license));
  const bom = new Models.Bom({ serialNumber: `urn:uuid:${randomUUID()}` });
  bom.metadata = new Models.Metadata({ component: application, timestamp: new Date() });
  const reviewed = readReviewed();
  const found = contents(folder);
  const components = new Map(found.map((one) => [one.id, componentOf(one, reviewed)]));
  for (const one of found) {
    const component = components.get(one.id);
    bom.components.add(component);
    application.dependencies.add(component.bomRef);
    for (const id of one.needs) if (components.has(id)) component.dependencies.add(components.get(id).bomRef);
  }
  const normalizing = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalizing).serialize(bom, { sortLists: true, space: 2 });
  const fault = await new Validation.JsonStrictValidator(version).validate(text);
  if (fault !== null) throw new Error(`not a CycloneDX ${version} document: ${JSON.stringify(fault)}`);
  return { text: `${text}\n`, count: components.size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = join("release", "sbom.json"), folder] = process.argv.slice(2);
  const { text, count } = await makeSbom(folder);
  if (file === "-") process.stdout.write(text);
  else {
    const target = resolve(root, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(`${target}: ${count} 个软件包 packages`);
  }
}
