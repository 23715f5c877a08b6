package org.xincheng.credit.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.xincheng.credit.file.ZipPackage.Entry;

/** A document or workbook of Office Open XML (ECMA-376), looked through part by part. */
final class OfficePackage {

    static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String FORMATS = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, FileKind> MAIN_TYPES = Map.of(
            FORMATS + "wordprocessingml.document.main+xml", FileKind.DOCX,
            FORMATS + "spreadsheetml.sheet.main+xml", FileKind.XLSX);

    /** What a part may be: text, pictures that hold no script, and fonts. */
    private static final Set<String> PARTS =
            Set.of("xml", "rels", "vml", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "emf", "wmf", "odttf");

    private static final Set<String> XML_PARTS = Set.of("xml", "rels", "vml");

    /** Folders and parts that hold macros, controls, other files, or the way to data elsewhere. */
    private static final List<String> ACTIVE_PARTS = List.of(
            "vbaproject",
            "vbadata",
            "/embeddings/",
            "/activex/",
            "/externallinks/",
            "/macrosheets/",
            "/dialogsheets/",
            "/webextensions/",
            "/querytables/",
            "connections.xml",
            "customui");

    private static final List<String> ACTIVE_TYPES =
            List.of("macroenabled", "vba", "activex", "oleobject", "ms-excel.intlmacrosheet");

    /** A printer's settings, which Excel writes into every printed workbook. */
    private static final Pattern PRINTER = Pattern.compile("xl/printerSettings/printerSettings\\d+\\.bin");

    private static final Pattern HARMLESS_TARGET = Pattern.compile("(?i)(https?://|mailto:)[^\\p{Cntrl}]*");

    /** Fields that fetch data or are made up of others; each field's code stands on a line of its own. */
    private static final Pattern ACTIVE_FIELD =
            Pattern.compile("(?im)^\\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|QUOTE|DATABASE)\\b");

    /** A formula that asks another program. */
    private static final Pattern ACTIVE_FORMULA =
            Pattern.compile("\\|.*!|(?i)\\b(WEBSERVICE|CALL|REGISTER|EXEC)\\s*\\(");

    private final ZipPackage zip;
    private final StringBuilder fields = new StringBuilder();
    private FileKind kind;

    private OfficePackage(ZipPackage zip) {
        this.zip = zip;
    }

    /** The kind of a package that holds nothing active. */
    static FileKind check(ZipPackage zip) {
        OfficePackage office = new OfficePackage(zip);
        zip.entries().forEach(office::part);
        if (office.kind == null || zip.entry("_rels/.rels").isEmpty()) {
            throw FilePolicies.fileIsOfAnAllowedKind("不是 Word 文档或者 Excel 工作簿", "neither a document nor a workbook");
        }
        return office.kind;
    }

    private void part(Entry entry) {
        if (entry.isFolder()) {
            return;
        }
        String name = entry.name();
        String lower = "/" + name.toLowerCase(Locale.ROOT);
        if (ACTIVE_PARTS.stream().anyMatch(lower::contains)) {
            throw active(name);
        }
        String extension = lower.substring(lower.lastIndexOf('.') + 1);
        if (!PARTS.contains(extension) && !PRINTER.matcher(name).matches()) {
            throw active(name);
        }
        if (XML_PARTS.contains(extension)) {
            fields.setLength(0);
            XmlPart.read(name, zip.open(entry), element -> element(name, element), this::text);
            if (ACTIVE_FIELD.matcher(fields).find()) {
                throw active(name);
            }
        }
    }

    private void element(String part, XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "Default", "Override" -> contentType(part, attribute(element, "ContentType"));
            case "Relationship" -> relationship(part, element);
            case "fldChar" -> fields.append('\n');
            case "fldSimple" -> fields.append('\n').append(attribute(element, "instr"));
            case "ddeLink", "oleLink", "oleObject", "OLEObject", "control", "altChunk", "script" -> throw active(part);
            default -> {
                // Text, tables and pictures.
            }
        }
    }

    private void contentType(String part, String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (ACTIVE_TYPES.stream().anyMatch(lower::contains)) {
            throw active(type);
        }
        if (part.equals(CONTENT_TYPES)) {
            Optional.ofNullable(MAIN_TYPES.get(type)).ifPresent(found -> kind = found);
        }
    }

    private static void relationship(String part, XMLStreamReader element) {
        if (attribute(element, "TargetMode").equalsIgnoreCase("External")) {
            boolean link = attribute(element, "Type").endsWith("/hyperlink");
            if (!link || !HARMLESS_TARGET.matcher(attribute(element, "Target")).matches()) {
                throw FilePolicies.fileRunsNothing("文档引用了外部内容：" + part, "the package refers to something outside it");
            }
        }
    }

    private void text(String element, String text) {
        if (element.equals("instrText") || element.equals("delInstrText")) {
            fields.append(text);
        } else if (element.equals("f") && ACTIVE_FORMULA.matcher(text).find()) {
            throw active("公式");
        }
    }

    private static String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }

    private static RuntimeException active(String part) {
        return FilePolicies.fileRunsNothing("文档中含有宏、控件、内嵌对象或者取数公式：" + part, "the package holds something active");
    }
}
