package org.xincheng.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.credit.file.FileKind;
import org.xincheng.credit.file.FileState;
import org.xincheng.credit.file.FileVersions;
import org.xincheng.identity.UserDirectory;
import org.xincheng.law.LegalTime;
import org.xincheng.notice.print.FiledPages;
import org.xincheng.supervision.BundlePart.Original;
import org.xincheng.supervision.BundleParts.Order;

/**
 * The filed documents of a bound case (证据与附件). What may be let out is let out by the same rules as a single file, and each reading logged; what may
 * not, or cannot be printed, is named with the reason.
 */
@Component
class BundleFiles {

    private final Attachments attachments;
    private final AttachmentViews views;
    private final UserDirectory users;
    private final Texts texts;

    BundleFiles(Attachments attachments, AttachmentViews views, UserDirectory users, Texts texts) {
        this.attachments = attachments;
        this.views = views;
        this.users = users;
        this.texts = texts;
    }

    /** A filed document: what the list says of it, and its place in the bundle. */
    record Filed(AttachmentViews.View view, BundlePart part) {}

    /** What becomes of a file in a bundle. */
    enum Fate {
        /** Its pages are bound. */
        BOUND,
        /** It cannot be printed here; the archive holds it unchanged. */
        ENCLOSED,
        /** It is let out to nobody. */
        WITHHELD
    }

    /** What will become of a file, as far as that can be told before it is opened. */
    static Fate fateOf(Attachment file) {
        if (!file.released()) {
            return Fate.WITHHELD;
        }
        return file.kind().isDrawn() ? Fate.BOUND : Fate.ENCLOSED;
    }

    Set<String> namesOf(LegalCase legalCase) {
        return attachments.ofCase(legalCase).stream().map(Attachment::name).collect(Collectors.toSet());
    }

    List<Filed> of(Order order) {
        var files = attachments.ofCase(order.legalCase());
        var versions = new FileVersions(files);
        return files.stream()
                .map(file -> new Filed(views.view(file, versions), part(order, file)))
                .toList();
    }

    private BundlePart part(Order order, Attachment file) {
        if (!file.released()) {
            return part(file, reason(file), null, List.of());
        }
        byte[] content;
        try {
            content = attachments
                    .read(order.legalCase(), file.serial(), order.reader(), order.way())
                    .bytes();
        } catch (RefusedException redacted) {
            return part(file, texts.of("bundle.note.file.REDACTED"), null, List.of());
        } catch (IllegalStateException changed) {
            return part(file, texts.of("bundle.note.file.CHANGED"), null, List.of());
        }
        var originals = List.of(new Original("附件/" + file.name(), order.folder().keep(content), file.sha256()));
        if (!file.kind().isDrawn()) {
            return part(file, texts.of("bundle.note.file.ENCLOSED", file.kind().zh()), null, originals);
        }
        var pages = order.folder().next();
        boolean printed =
                file.kind() == FileKind.PDF ? FiledPages.ofPdf(content, pages) : FiledPages.ofPicture(content, pages);
        return printed
                ? part(file, "", pages, originals)
                : part(file, texts.of("bundle.note.file.UNREADABLE"), null, originals);
    }

    private BundlePart part(Attachment file, String note, Path pages, List<Original> originals) {
        return new BundlePart(
                texts.of("bundle.group.files"),
                "附件-%03d".formatted(file.serial()),
                texts.of("bundle.filedBy", users.displayName(file.addedBy())),
                texts.of("bundle.file", file.evidence().zh(), file.senderName()),
                LegalTime.dateOf(file.addedAt()),
                List.of(texts.of("bundle.hash.file", file.sha256())),
                note,
                pages == null || file.kind() == FileKind.PDF
                        ? ""
                        : texts.of("bundle.caption", file.name(), file.sha256()),
                pages,
                pages == null ? 0 : BundleParts.pagesOf(pages),
                originals);
    }

    private String reason(Attachment file) {
        if (file.withdrawal().isPresent()) {
            return texts.of("bundle.note.file.WITHDRAWN");
        }
        return texts.of("bundle.note.file." + (file.state() == FileState.REJECTED ? "REJECTED" : "QUARANTINED"));
    }
}
