package org.xincheng.credit.file;

/** A file as it was handed in; nothing of it is believed yet. */
public final class UploadedFile {

    private final String name;
    private final String declaredType;
    private final byte[] bytes;

    /**
     * A file.
     *
     * @param name as the sender calls it, or null
     * @param declaredType media type as the sender declares it, or null
     * @param bytes the content
     */
    public UploadedFile(String name, String declaredType, byte[] bytes) {
        this.name = CleanName.of(name);
        this.declaredType = declaredType == null ? "" : declaredType;
        this.bytes = bytes.clone();
    }

    /** The cleaned name, for display only. */
    public String name() {
        return name;
    }

    String declaredType() {
        return declaredType;
    }

    byte[] bytes() {
        return bytes;
    }
}
