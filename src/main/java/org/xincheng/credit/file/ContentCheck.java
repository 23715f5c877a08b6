package org.xincheng.credit.file;

import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells what a file really is, and refuses what the policies for files do not let in. */
@Component
public class ContentCheck {

    private final FileLimits limits;
    private final Tika tika = new Tika();

    ContentCheck(FileLimits limits) {
        this.limits = limits;
    }

    /**
     * The kind of a file that may be stored.
     *
     * @throws org.xincheng.credit.RefusedException by the first policy the file does not keep
     */
    public FileKind check(UploadedFile file) {
        byte[] bytes = file.bytes();
        if (bytes.length == 0) {
            throw FilePolicies.fileFitsTheLimit("文件是空的", "the file is empty");
        }
        if (bytes.length > limits.mostBytes()) {
            throw FilePolicies.fileFitsTheLimit(
                    "文件超过" + limits.mostMegabytes() + "兆字节",
                    "the file is larger than " + limits.mostMegabytes() + " MB");
        }
        FileKind kind = ZipPackage.begins(bytes) ? ofPackage(bytes) : ofPlainFile(bytes);
        if (!kind.mayBeNamed(file.name()) || !kind.mayBeDeclared(file.declaredType())) {
            throw FilePolicies.nameAndTypeAgreeWithContent(
                    "文件内容是" + kind.zh() + "，与扩展名或者申报的类型不符",
                    "the content is " + kind + ", the name or declared type says otherwise");
        }
        return kind;
    }

    private static FileKind ofPackage(byte[] bytes) {
        ZipPackage zip = ZipPackage.read(bytes);
        if (zip.entry(OfficePackage.CONTENT_TYPES).isPresent()) {
            return OfficePackage.check(zip);
        }
        if (zip.entry(OfdPackage.ROOT).isPresent()) {
            return OfdPackage.check(zip);
        }
        throw unknown("压缩包");
    }

    private FileKind ofPlainFile(byte[] bytes) {
        String type = tika.detect(bytes);
        FileKind kind = FileKind.ofType(type).orElseThrow(() -> unknown(type));
        switch (kind) {
            case PDF -> PdfFile.check(bytes);
            case PNG -> PngFile.check(bytes);
            case JPEG -> JpegFile.check(bytes);
            default -> PlainText.check(bytes);
        }
        return kind;
    }

    private static RuntimeException unknown(String found) {
        return FilePolicies.fileIsOfAnAllowedKind(
                "文件内容不属于可以归入案卷的类型（" + FileKind.allZh() + "；文本须为 UTF-8 编码），检测为：" + found,
                "the content is of no allowed kind: " + found);
    }
}
