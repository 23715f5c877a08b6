package org.xincheng.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;
import org.xincheng.credit.cases.LegalCase;
import org.xincheng.credit.cases.OfficeProperties;
import org.xincheng.credit.cases.Sight;
import org.xincheng.credit.file.Attachment;
import org.xincheng.credit.file.Attachments;
import org.xincheng.identity.UserDirectory;
import org.xincheng.notice.print.PdfBinder;
import org.xincheng.notice.print.PdfPrinter;
import org.xincheng.supervision.Bundle.Format;

/**
 * Binds a case into one file (卷宗, docs/adr/0028): cover, index, the documents with pages that run on, closing note. It is made in files, a document at a
 * time; what the reader may not see is named as withheld.
 */
@Service
class CaseBundles {

    private static final int PATIENCE_SECONDS = 20;

    private final CaseFiles files;
    private final BundleParts parts;
    private final BundleSheets sheets;
    private final BundleRecords records;
    private final PdfBinder binder;
    private final Attachments attachments;
    private final BundleLimits limits;
    private final OfficeProperties office;
    private final UserDirectory users;
    private final Texts texts;
    private final Clock clock;
    private final Semaphore places;

    CaseBundles(
            CaseFiles files,
            BundleParts parts,
            BundleSheets sheets,
            BundleRecords records,
            PdfBinder binder,
            Attachments attachments,
            BundleLimits limits,
            OfficeProperties office,
            UserDirectory users,
            Texts texts,
            Clock clock) {
        this.files = files;
        this.parts = parts;
        this.sheets = sheets;
        this.records = records;
        this.binder = binder;
        this.attachments = attachments;
        this.limits = limits;
        this.office = office;
        this.users = users;
        this.texts = texts;
        this.clock = clock;
        this.places = new Semaphore(limits.atOnce());
    }

    /**
     * Binds a case. The reading of the case and of each file is logged, and that it was bound.
     *
     * @param auditor whether the reader may read the audit log
     * @param folder where it is made; the bundle is gone when that is closed
     * @return empty where there is no such case, or none that may be seen
     * @throws BundleRefused where it would be too large, or too many are being made
     */
    Optional<Bundle> make(String number, Sight sight, boolean auditor, Format format, BundleFolder folder) {
        var way = "/cases/" + number + "/bundle." + format.ending();
        var legalCase = files.find(number, sight);
        if (legalCase.isEmpty()) {
            return Optional.empty();
        }
        checkSize(legalCase.get());
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw BundleRefused.busy(texts.of("bundle.refused.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BundleRefused.busy(texts.of("bundle.refused.busy"));
        }
        try {
            return files.open(number, sight, way).map(file -> {
                var about = new BundleSheets.About(
                        UUID.randomUUID(), number, office.name(), users.displayName(sight.reader()), clock.instant());
                var order = new BundleParts.Order(legalCase.get(), file, about, sight.reader(), auditor, way, folder);
                var bundle = bind(order);
                records.add(legalCase.get(), bundle, format, sight.reader());
                return bundle;
            });
        } finally {
            places.release();
        }
    }

    private void checkSize(LegalCase legalCase) {
        long size = attachments.ofCase(legalCase).stream()
                .filter(Attachment::released)
                .mapToLong(Attachment::size)
                .sum();
        if (size > limits.mostBytes()) {
            throw BundleRefused.tooLarge(
                    texts.of("bundle.refused.size", AttachmentViews.size(size), limits.mostMegabytes()));
        }
    }

    private Bundle bind(BundleParts.Order order) {
        var made = parts.make(order);
        int pages = made.stream().mapToInt(BundlePart::pageCount).sum();
        if (pages > limits.mostPages()) {
            throw BundleRefused.tooLarge(texts.of("bundle.refused.pages", pages, limits.mostPages()));
        }
        Map<String, Object> values = Map.of(
                "file",
                order.file(),
                "lines",
                BundleParts.index(made),
                "pages",
                pages,
                "left",
                BundleParts.left(made),
                "bound",
                made.stream().filter(BundlePart::isBound).count());
        var pieces = new ArrayList<PdfBinder.Piece>();
        pieces.add(loose(order, "cover", values));
        pieces.add(loose(order, "index", values));
        made.stream()
                .filter(BundlePart::isBound)
                .map(part -> new PdfBinder.Piece(part.pages(), part.group(), lineOf(part), true, part.caption()))
                .forEach(pieces::add);
        pieces.add(loose(order, "end", values));
        return bound(order, made, pages, pieces);
    }

    private Bundle bound(BundleParts.Order order, List<BundlePart> made, int pages, List<PdfBinder.Piece> pieces) {
        var about = order.about();
        var pdf = order.folder().next();
        binder.bind(
                pieces,
                new PdfPrinter.About(about.id(), texts.of("bundle.title", about.caseNumber()), about.madeAt()),
                order.folder().path(),
                pdf);
        try {
            return new Bundle(
                    about.caseNumber(), pdf, BundleFolder.sha256(pdf), Files.size(pdf), made, pages, about.madeAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfBinder.Piece loose(BundleParts.Order order, String sheet, Map<String, Object> values) {
        return new PdfBinder.Piece(
                order.folder().keep(sheets.print(sheet, order.about(), values)), "", sheets.title(sheet), false, "");
    }

    private static String lineOf(BundlePart part) {
        return part.number().isEmpty() ? part.title() : part.title() + " " + part.number();
    }
}
