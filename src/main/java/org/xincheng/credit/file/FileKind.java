package org.xincheng.credit.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file of a case may be: the formats an office receives papers in and of which the whole content can be looked through. Not among
 * them: archives (what is inside cannot be judged as one paper), CSV and HTML (computed or run by whoever opens them), films and sounds
 * (too large for the store), and the binary formats of old Office versions (macros cannot be told from text).
 */
public enum FileKind {
    PDF("PDF 文档", "pdf", "pdf", "application/pdf application/x-pdf"),
    JPEG("JPEG 图片", "jpg", "jpg jpeg", "image/jpeg image/jpg image/pjpeg"),
    PNG("PNG 图片", "png", "png", "image/png image/x-png"),
    TEXT("纯文本", "txt", "txt", "text/plain"),
    DOCX("Word 文档", "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("Excel 工作簿", "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The national format of electronic papers, GB/T 33190-2016. */
    OFD("OFD 版式文档", "ofd", "ofd", "application/ofd application/vnd.ofd application/x-ofd");

    /** What browsers declare when they do not know. */
    private static final Set<String> UNDECLARED =
            Set.of("", "application/octet-stream", "binary/octet-stream", "application/x-download");

    private final String zh;
    private final String extension;
    private final String extensions;
    private final String types;

    FileKind(String zh, String extension, String extensions, String types) {
        this.zh = zh;
        this.extension = extension;
        this.extensions = extensions;
        this.types = types;
    }

    /** The name on screens. */
    public String zh() {
        return zh;
    }

    /** The extension of generated names, without its dot. */
    public String extension() {
        return extension;
    }

    /** Whether it has pages that can be drawn here. */
    public boolean isDrawn() {
        return this == PDF || this == JPEG || this == PNG;
    }

    /** Every extension taken, with its dot, as a file field of a page lists them. */
    public static String accepted() {
        return Arrays.stream(values())
                .flatMap(kind -> words(kind.extensions).stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(","));
    }

    /** Every kind's name on screens. */
    public static String allZh() {
        return Arrays.stream(values()).map(FileKind::zh).collect(Collectors.joining("、"));
    }

    boolean mayBeNamed(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0
                && words(extensions).contains(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT));
    }

    boolean mayBeDeclared(String type) {
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return UNDECLARED.contains(essence) || words(types).contains(essence);
    }

    /** The kind whose media type this is. */
    static Optional<FileKind> ofType(String type) {
        return List.of(PDF, JPEG, PNG, TEXT).stream()
                .filter(kind -> words(kind.types).contains(type))
                .findFirst();
    }

    private static List<String> words(String separatedBySpaces) {
        return List.of(separatedBySpaces.split(" "));
    }
}
