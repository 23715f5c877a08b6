package org.xincheng.credit.file;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.audit.AuditLog;
import org.xincheng.credit.BadInputException;
import org.xincheng.credit.FaultList;
import org.xincheng.credit.RefusedException;
import org.xincheng.credit.cases.LegalCase;

/** The files of a case (证据与附件): filed, read, withdrawn; never changed and never deleted. */
@Service
public class Attachments {

    /** Longest description or reason, in characters. */
    public static final int LONGEST_TEXT = 500;

    private final AttachmentStore store;
    private final FileContents contents;
    private final ContentCheck check;
    private final Quarantine quarantine;
    private final FileLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Attachments(
            AttachmentStore store,
            FileContents contents,
            ContentCheck check,
            Quarantine quarantine,
            FileLimits limits,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.store = store;
        this.contents = contents;
        this.check = check;
        this.quarantine = quarantine;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A file on its way to its reader. */
    public static final class Download {

        private final String name;
        private final byte[] bytes;

        Download(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        /** The generated name. */
        public String name() {
            return name;
        }

        /** The content. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Files a file in a case: all of it, or nothing. Where there is a scanner it is asked at once; until it has answered the file waits in
     * quarantine. A refusal by a policy is logged.
     *
     * @param description what the file shows, may be empty
     * @param user id of whoever files it
     * @throws RefusedException by a policy for files
     * @throws BadInputException where the kind of evidence or the description cannot be taken
     */
    public Attachment add(
            LegalCase legalCase, UploadedFile file, EvidenceKind evidence, String description, String user) {
        return add(legalCase, file, evidence, description, Optional.empty(), user);
    }

    /**
     * Files a new version of a file. The former version stays and can still be read.
     *
     * @param replaced number in the case of the file that it replaces, the newest version there is
     * @see #add
     * @throws RefusedException also where that file was withdrawn, rejected or replaced before
     * @throws BadInputException also where the case has no such file
     */
    public Attachment addVersion(
            LegalCase legalCase,
            int replaced,
            UploadedFile file,
            EvidenceKind evidence,
            String description,
            String user) {
        return add(legalCase, file, evidence, description, Optional.of(replaced), user);
    }

    private Attachment add(
            LegalCase legalCase,
            UploadedFile file,
            EvidenceKind evidence,
            String description,
            Optional<Integer> replaces,
            String user) {
        FaultList faults = new FaultList();
        faults.required("evidence", "材料种类", evidence);
        faults.optionalText("description", "说明", description, LONGEST_TEXT);
        faults.throwIfAny();
        try {
            FileKind kind = check.check(file);
            int serial =
                    transaction.execute(status -> file(legalCase, file, kind, evidence, description, replaces, user));
            Attachment added = get(legalCase, serial);
            return quarantine.scan(added.sha256()) ? get(legalCase, serial) : added;
        } catch (RefusedException refused) {
            transaction.executeWithoutResult(status -> audit.command(
                    user, "file.add", legalCase.number(), refused.refusal().policy()));
            throw refused;
        }
    }

    private int file(
            LegalCase legalCase,
            UploadedFile file,
            FileKind kind,
            EvidenceKind evidence,
            String description,
            Optional<Integer> replaces,
            String user) {
        store.lock(user, legalCase.id());
        List<Attachment> filed = ofCase(legalCase);
        if (filed.size() >= limits.mostInACase()) {
            throw FilePolicies.numberOfFilesIsLimited(
                    "本案已有" + filed.size() + "个附件，已达上限", "the case holds no more files");
        }
        if (store.filedToday(user) >= limits.mostInADay()) {
            throw FilePolicies.numberOfFilesIsLimited(
                    "您今天归入的文件已达" + limits.mostInADay() + "个", "the user files no more today");
        }
        replaces.ifPresent(replaced -> mayBeReplaced(get(legalCase, replaced), new FileVersions(filed)));
        String sha256 = FileContents.sha256(file.bytes());
        filed.stream()
                .filter(other ->
                        other.sha256().equals(sha256) && other.withdrawal().isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw FilePolicies.contentIsFiledOnceInACase(
                            "内容相同的文件已经归入本案：" + other.name(), "the content is filed already as " + other.serial());
                });
        if (contents.keep(sha256, kind, file.bytes())) {
            quarantine.admit(sha256);
        } else if (quarantine.isRejected(sha256)) {
            throw FilePolicies.rejectedContentStaysOut(
                    "该文件此前被扫描器判定为有害", "the scanner found something in this content before");
        }
        int serial = filed.size() + 1;
        String name = "%s-附件-%03d.%s".formatted(legalCase.number(), serial, kind.extension());
        store.insert(
                UUID.randomUUID(),
                legalCase.id(),
                serial,
                sha256,
                name,
                evidence,
                file.name(),
                description,
                replaces,
                user);
        audit.command(user, "file.add", name, "done");
        return serial;
    }

    private static void mayBeReplaced(Attachment file, FileVersions versions) {
        if (!file.stands()) {
            throw FilePolicies.onlyTheNewestVersionIsReplaced(
                    "该附件已撤回或者被判定为有害，不能归入新版本：" + file.name(), "the file does not stand");
        }
        versions.replacing(file).ifPresent(newer -> {
            throw FilePolicies.onlyTheNewestVersionIsReplaced(
                    "该附件已有新版本，请替换最新的一份：" + newer.name(), "the file is replaced by " + newer.serial());
        });
    }

    /** A case's files in their order, withdrawn ones among them. */
    public List<Attachment> ofCase(LegalCase legalCase) {
        return store.ofCase(legalCase.id());
    }

    /**
     * Lets a file out and logs the reading.
     *
     * @param serial its number in the case
     * @param user id of whoever reads
     * @param way page by which it is read
     * @throws BadInputException where the case has no such file
     * @throws RefusedException where it waits, was rejected or was withdrawn
     */
    @Transactional
    public Download read(LegalCase legalCase, int serial, String user, String way) {
        Attachment file = get(legalCase, serial);
        if (!file.released()) {
            throw FilePolicies.onlyReleasedFilesLeaveTheStore(
                    file.withdrawal().isPresent()
                            ? "该附件已撤回"
                            : file.state() == FileState.REJECTED ? "扫描器在该附件中发现有害内容" : "该附件尚未通过扫描，仍在隔离中",
                    "the file is " + (file.withdrawal().isPresent() ? "withdrawn" : file.state()));
        }
        audit.read(user, legalCase.subjectId(), "查阅附件 " + file.name(), way);
        return new Download(file.name(), contents.open(file.sha256()));
    }

    /**
     * Withdraws a file that was filed wrongly: a further row with the reason, nothing is deleted.
     *
     * @throws BadInputException where the case has no such file or the reason cannot be taken
     * @throws RefusedException where it is withdrawn already
     */
    @Transactional
    public void withdraw(LegalCase legalCase, int serial, String reason, String user) {
        FaultList faults = new FaultList();
        faults.requiredText("reason", "撤回理由", reason, LONGEST_TEXT);
        faults.throwIfAny();
        store.lock(user, legalCase.id());
        Attachment file = get(legalCase, serial);
        if (file.withdrawal().isPresent()) {
            throw FilePolicies.fileIsWithdrawnOnce("该附件已经撤回", "the file is withdrawn already");
        }
        store.withdraw(file.id(), reason, user);
        audit.command(user, "file.withdraw", file.name(), "done");
    }

    private Attachment get(LegalCase legalCase, int serial) {
        return ofCase(legalCase).stream()
                .filter(file -> file.serial() == serial)
                .findFirst()
                .orElseThrow(() -> new BadInputException("serial", "本案没有此附件", "the case has no such file"));
    }
}
