package org.xincheng.credit.file;

import java.util.Locale;
import java.util.Set;
import org.xincheng.credit.file.ZipPackage.Entry;

/** A document in the national format for electronic papers (OFD, GB/T 33190-2016), looked through part by part. */
final class OfdPackage {

    static final String ROOT = "OFD.xml";

    private static final String NAMESPACE = "http://www.ofdspec.org";

    /** Pages, pictures, fonts, and the seals and signatures of GB/T 33190 ch. 17 and 18. */
    private static final Set<String> PARTS = Set.of(
            "xml", "jpg", "jpeg", "png", "bmp", "gif", "tif", "tiff", "jb2", "gbig2", "ttf", "otf", "ttc", "esl",
            "dat");

    /** Actions that open another file or play something, and attachments. */
    private static final Set<String> ACTIVE =
            Set.of("GotoA", "Sound", "Movie", "Attachment", "Attachments", "MultiMedia3D");

    private OfdPackage() {}

    static FileKind check(ZipPackage zip) {
        zip.entries().forEach(entry -> part(zip, entry));
        boolean[] rooted = {false};
        XmlPart.read(
                ROOT,
                zip.open(zip.entry(ROOT).orElseThrow()),
                element -> rooted[0] |= element.getLocalName().equals("OFD")
                        && String.valueOf(element.getNamespaceURI()).startsWith(NAMESPACE),
                (element, text) -> {});
        if (!rooted[0]) {
            throw FilePolicies.fileIsOfAnAllowedKind("不是 OFD 文档", "not an OFD document");
        }
        return FileKind.OFD;
    }

    private static void part(ZipPackage zip, Entry entry) {
        if (entry.isFolder()) {
            return;
        }
        String lower = entry.name().toLowerCase(Locale.ROOT);
        String extension = lower.substring(lower.lastIndexOf('.') + 1);
        if (!PARTS.contains(extension)) {
            throw active(entry.name());
        }
        if (extension.equals("xml")) {
            XmlPart.read(
                    entry.name(),
                    zip.open(entry),
                    element -> {
                        if (ACTIVE.contains(element.getLocalName())) {
                            throw active(entry.name());
                        }
                    },
                    (element, text) -> {});
        }
    }

    private static RuntimeException active(String part) {
        return FilePolicies.fileRunsNothing("OFD 文档中含有附件、多媒体或者打开其他文件的动作：" + part, "the OFD holds something active");
    }
}
