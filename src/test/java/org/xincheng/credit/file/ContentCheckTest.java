package org.xincheng.credit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.xincheng.support.SampleFiles.document;
import static org.xincheng.support.SampleFiles.joined;
import static org.xincheng.support.SampleFiles.latin;
import static org.xincheng.support.SampleFiles.pdfStream;
import static org.xincheng.support.SampleFiles.relationship;
import static org.xincheng.support.SampleFiles.relationships;
import static org.xincheng.support.SampleFiles.utf8;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.credit.RefusedException;
import org.xincheng.support.SampleFiles;

class ContentCheckTest {

    private final ContentCheck check = new ContentCheck(new FileLimits(1, 10, 300, 200));

    // What is taken
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void everyKindIsKnownByItsContent() {
        assertThat(kind("a.pdf", SampleFiles.pdf())).isEqualTo(FileKind.PDF);
        assertThat(kind("a.png", SampleFiles.png(20, 30))).isEqualTo(FileKind.PNG);
        assertThat(kind("a.JPEG", SampleFiles.jpeg(20, 30))).isEqualTo(FileKind.JPEG);
        assertThat(kind("a.txt", SampleFiles.text(1))).isEqualTo(FileKind.TEXT);
        assertThat(kind("a.docx", SampleFiles.docx(Map.of()))).isEqualTo(FileKind.DOCX);
        assertThat(kind("a.xlsx", SampleFiles.xlsx(Map.of()))).isEqualTo(FileKind.XLSX);
        assertThat(kind("a.ofd", SampleFiles.ofd(Map.of()))).isEqualTo(FileKind.OFD);
    }

    @Test
    void ordinaryContentsOfDocumentsAreTaken() {
        assertThat(kind(
                        "a.pdf",
                        SampleFiles.pdf(
                                pdfStream(
                                        "/Type /ObjStm /N 1 /First 4",
                                        latin("7 0 << /OpenAction [3 0 R /Fit] /A << /S /URI /URI (http://x) >> >>")),
                                pdfStream("", latin("BT (text) Tj ET")))))
                .isEqualTo(FileKind.PDF);
        assertThat(kind(
                        "a.docx",
                        SampleFiles.docx(Map.of(
                                "word/_rels/document.xml.rels",
                                relationships(relationship("hyperlink", "https://example.org/", "External")),
                                "word/footer1.xml",
                                document("<w:fldChar/><w:instrText> PAGE </w:instrText>")))))
                .isEqualTo(FileKind.DOCX);
        assertThat(kind("a.xlsx", SampleFiles.xlsx(Map.of("xl/printerSettings/printerSettings1.bin", "printer"))))
                .isEqualTo(FileKind.XLSX);
        assertThat(kind("a.txt", utf8("\uFEFF带字节顺序标记的文本，金额 < 5 万元\n"))).isEqualTo(FileKind.TEXT);
        assertThat(check.check(new UploadedFile("a.pdf", "application/pdf; charset=binary", SampleFiles.pdf())))
                .isEqualTo(FileKind.PDF);
    }

    // Size and kind
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void nothingAndTooMuchAreRefused() {
        refuses("fileFitsTheLimit", "a.txt", new byte[0]);
        byte[] large = new byte[1024 * 1024 + 1];
        Arrays.fill(large, (byte) 'a');
        refuses("fileFitsTheLimit", "a.txt", large);
        assertThat(kind("a.txt", Arrays.copyOf(large, 1024 * 1024))).isEqualTo(FileKind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>x</body></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "GIF89a=1;alert(1)//",
                "MZ\u0090\u0000\u0003",
                "\u007fELF\u0002",
                "Rar!\u001a\u0007\u0001",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "#!/bin/sh\nid",
                "\u00ca\u00fe\u00ba\u00be\u0000\u0000\u00004",
                "BM\u0000\u0000",
                "II*\u0000",
                "\u001f\u008b\u0008"
            })
    void othersKindsAreRefusedWhateverTheirName(String content) {
        for (String name : new String[] {"a.txt", "a.pdf", "a.png", "a.docx"}) {
            assertThat(policy(name, "", latin(content)))
                    .as("%s as %s", content, name)
                    .isIn("fileIsOfAnAllowedKind", "fileIsOneFormatOnly", "fileIsWhole");
        }
    }

    @Test
    void anArchiveIsNoPaper() {
        refuses("fileIsOfAnAllowedKind", "a.docx", SampleFiles.zip(Map.of("a.txt", "x")));
        refuses("fileIsOfAnAllowedKind", "a.ofd", SampleFiles.zip(Map.of("OFD.xml", "<OFD xmlns=\"urn:other\"/>")));
        refuses(
                "fileIsOfAnAllowedKind",
                "a.docx",
                SampleFiles.zip(Map.of("[Content_Types].xml", "<Types/>", "_rels/.rels", "<r/>")));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, ''",
        "a.pdf.html, ''",
        "a, ''",
        "a.pdf, text/html",
        "a.pdf, image/png",
        "'../../a.php', application/pdf",
        "a.txt, application/pdf"
    })
    void nameAndDeclaredTypeHaveToAgreeWithTheContent(String name, String type) {
        assertThat(policy(name, type, SampleFiles.pdf())).isEqualTo("nameAndTypeAgreeWithContent");
    }

    @Test
    void aTextIsTextInUtf8AndNothingElse() {
        assertThat(policy("a.txt", "", "样例现场笔录，经检查属实".getBytes(Charset.forName("GBK"))))
                .isIn("fileIsWhole", "fileIsOfAnAllowedKind");
        assertThat(policy("a.txt", "", utf8("a\u0000b"))).isIn("fileIsWhole", "fileIsOfAnAllowedKind");
        refuses("fileIsWhole", "a.txt", utf8("付款\u202Egnp.txt"));
        refuses("fileIsOneFormatOnly", "a.txt", utf8("说明\n<ScRiPt>alert(1)</script>"));
        assertThat(policy("a.txt", "", joined(SampleFiles.text(1), SampleFiles.zip(Map.of("a", "x")))))
                .isIn("fileIsOneFormatOnly", "fileIsWhole", "fileIsOfAnAllowedKind");
        refuses("fileIsOneFormatOnly", "a.txt", utf8("样例\n".repeat(100) + "<iframe src=x>"));
    }

    // Two formats in one
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void nothingStandsBeforeOrAfterAFile() {
        byte[] zip = SampleFiles.zip(Map.of("a.txt", "x"));
        refuses("fileIsOneFormatOnly", "a.pdf", joined(latin("\n\n"), SampleFiles.pdf()));
        refuses("fileIsOneFormatOnly", "a.pdf", joined(SampleFiles.pdf(), latin("MZ")));
        refuses("fileIsOneFormatOnly", "a.pdf", joined(SampleFiles.pdf(), zip, latin("%%EOF")));
        refuses("fileIsOneFormatOnly", "a.png", joined(SampleFiles.png(9, 9), latin("<script>")));
        refuses("fileIsOneFormatOnly", "a.png", joined(SampleFiles.png(9, 9), zip));
        refuses("fileIsOneFormatOnly", "a.jpg", joined(SampleFiles.jpeg(9, 9), zip));
        refuses("fileIsOneFormatOnly", "a.jpg", joined(SampleFiles.jpeg(9, 9), new byte[1]));
        refuses("fileIsOneFormatOnly", "a.docx", joined(SampleFiles.docx(Map.of()), latin("x")));
        assertThat(policy("a.docx", "", joined(latin("MZ"), SampleFiles.docx(Map.of()))))
                .isNotNull();
        refuses("fileIsOneFormatOnly", "a.pdf", joined(latin("%PDF-1.4 <html><script>"), SampleFiles.pdf()));
    }

    // Bombs
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void packagesThatSwellAreRefused() {
        String zeros = "<a>" + " ".repeat(3 * 1024 * 1024) + "</a>";
        refuses("fileUnpacksWithinLimits", "a.docx", SampleFiles.docx(Map.of("word/a.xml", zeros)));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= ZipPackage.MOST_ENTRIES; i++) {
            many.put("word/" + i + ".xml", "<a/>");
        }
        refuses("fileUnpacksWithinLimits", "a.docx", SampleFiles.docx(many));
        refuses(
                "fileUnpacksWithinLimits",
                "a.docx",
                SampleFiles.docx(Map.of("word/a.xml", "<a>".repeat(400) + "</a>".repeat(400))));
    }

    @Test
    void aPackageThatLiesAboutItsSizesIsRefused() {
        byte[] zip = SampleFiles.docx(Map.of());
        int directory =
                ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
        byte[] size = zip.clone();
        size[directory + 24] ^= 1;
        refuses("fileIsWhole", "a.docx", size);
        byte[] crc = zip.clone();
        crc[directory + 16] ^= 1;
        refuses("fileIsWhole", "a.docx", crc);
        byte[] overlapping = zip.clone();
        overlapping[directory + 42] ^= 1;
        assertThat(policy("a.docx", "", overlapping)).isIn("fileIsOneFormatOnly", "fileIsWhole");
        byte[] encrypted = zip.clone();
        encrypted[directory + 8] |= 1;
        refuses("fileCanBeLookedThrough", "a.docx", encrypted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "/etc/passwd.xml",
                "word\\..\\a.xml",
                "a/./b.xml",
                "C:/a.xml",
                "a/../../b.xml",
                "word/\u0001.xml"
            })
    void namesStayInThePackage(String name) {
        refuses("namesStayInsideTheFile", "a.docx", SampleFiles.docx(Map.of(name, "<a/>")));
        refuses("namesStayInsideTheFile", "a.ofd", SampleFiles.ofd(Map.of(name, "<a/>")));
    }

    @Test
    void aNameStandsOnceInAPackage() {
        refuses("namesStayInsideTheFile", "a.docx", SampleFiles.docx(Map.of("WORD/document.xml", "<a/>")));
    }

    // Active content
    // ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>",
                "<< /S /J#61vaScript /JS (x) >>",
                "<< /S /Launch /F (cmd.exe) >>",
                "<< /Type /EmbeddedFile >>",
                "<< /Names << /EmbeddedFiles 1 0 R >> >>",
                "<< /XFA 5 0 R >>",
                "<< /S /SubmitForm /F (http://x) >>",
                "<< /S /GoToR /F (\\\\\\\\host\\\\share) >>",
                "<< /Subtype /RichMedia >>"
            })
    void aPdfThatDoesSomethingIsRefusedAlsoWhenPacked(String object) {
        refuses("fileRunsNothing", "a.pdf", SampleFiles.pdf("8 0 obj\n" + object + "\nendobj"));
        refuses(
                "fileRunsNothing",
                "a.pdf",
                SampleFiles.pdf(pdfStream("/Type /ObjStm /N 1 /First 4", latin("8 0 " + " ".repeat(70_000) + object))));
    }

    @Test
    void aPdfThatCannotBeLookedThroughIsRefused() {
        refuses("fileCanBeLookedThrough", "a.pdf", SampleFiles.pdf("8 0 obj\n<< /Encrypt 9 0 R >>\nendobj"));
        refuses(
                "fileCanBeLookedThrough",
                "a.pdf",
                SampleFiles.pdf("9 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream\nendobj"));
        refuses(
                "fileCanBeLookedThrough",
                "a.pdf",
                SampleFiles.pdf("9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nabc\nendstream\nendobj"));
        refuses(
                "fileCanBeLookedThrough",
                "a.pdf",
                SampleFiles.pdf(pdfStream("/Type /ObjStm /DecodeParms << /Predictor 12 >>", latin("8 0 << >>"))));
        refuses(
                "fileCanBeLookedThrough",
                "a.pdf",
                SampleFiles.pdf(pdfStream("/Type /ObjStm (stream\nendstream) /N 1", latin("8 0 << >>"))));
    }

    @Test
    void aPdfStreamThatSwellsIsRefused() {
        ContentCheck generous = new ContentCheck(new FileLimits(20, 10, 300, 200));
        String bomb = pdfStream("", new byte[210 * 1024 * 1024]);
        assertThat(catchThrowable(() -> generous.check(new UploadedFile("a.pdf", "", SampleFiles.pdf(bomb)))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().policy()).isEqualTo("fileUnpacksWithinLimits"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "word/vbaProject.bin § x",
                "word/embeddings/oleObject1.bin § x",
                "word/activeX/activeX1.xml § <a/>",
                "word/evil.js § x",
                "word/a.svg § <svg/>",
                "xl/externalLinks/externalLink1.xml § <a/>",
                "xl/connections.xml § <a/>",
                "xl/macrosheets/sheet1.xml § <a/>",
                "word/media/image1.png § MZ program",
                "word/media/image2.png § PK\u0003\u0004 archive",
                "word/a.xml § <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "word/b.xml § <!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY l2 '&lol;&lol;'>]><a/>",
                "xl/worksheets/sheet2.xml § <worksheet><c><f>1+cmd|'/C calc'!A0</f></c></worksheet>",
                "word/c.xml § <a><instrText>DD</instrText><instrText>EAUTO c:\\cmd.exe</instrText></a>",
                "word/d.xml § <a><fldSimple instr=\" INCLUDETEXT http://x \"/></a>"
            })
    void aPackageThatDoesSomethingIsRefused(String part, String content) {
        refuses("fileRunsNothing", "a.docx", SampleFiles.docx(Map.of(part, content)));
        refuses("fileRunsNothing", "a.xlsx", SampleFiles.xlsx(Map.of(part, content)));
    }

    @Test
    void aPackageRefersToNothingOutsideIt() {
        for (String type : new String[] {"attachedTemplate", "oleObject", "image", "frame"}) {
            refuses(
                    "fileRunsNothing",
                    "a.docx",
                    SampleFiles.docx(Map.of(
                            "word/_rels/document.xml.rels",
                            relationships(relationship(type, "http://127.0.0.1/x.dotm", "External")))));
        }
        refuses(
                "fileRunsNothing",
                "a.docx",
                SampleFiles.docx(Map.of(
                        "word/_rels/document.xml.rels",
                        relationships(relationship("hyperlink", "file:///c:/x.exe", "External")))));
    }

    @Test
    void macroTypesAreRefused() {
        refuses(
                "fileRunsNothing",
                "a.docx",
                SampleFiles.docx(
                        Map.of(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Attachments", "Movie", "Sound", "GotoA"})
    void anOfdThatCarriesOrOpensOthersIsRefused(String element) {
        refuses(
                "fileRunsNothing",
                "a.ofd",
                SampleFiles.ofd(
                        Map.of("Doc_0/A.xml", "<ofd:" + element + " xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")));
        refuses("fileRunsNothing", "a.ofd", SampleFiles.ofd(Map.of("Doc_0/Attachs/a.exe", "x")));
    }

    // ----------------------------------------------------------------------------------------------------------

    private FileKind kind(String name, byte[] bytes) {
        return check.check(new UploadedFile(name, "", bytes));
    }

    private void refuses(String policy, String name, byte[] bytes) {
        assertThat(policy(name, "", bytes)).isEqualTo(policy);
    }

    /** The policy that refuses a file, or null where it is taken. */
    private String policy(String name, String type, byte[] bytes) {
        Throwable thrown = catchThrowable(() -> check.check(new UploadedFile(name, type, bytes)));
        if (thrown == null) {
            return null;
        }
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return ((RefusedException) thrown).refusal().policy();
    }
}
