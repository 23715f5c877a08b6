package org.xincheng.credit.file;

import org.xincheng.credit.Refusal;
import org.xincheng.credit.RefusedException;

/**
 * What holds of every file in the store, one policy each. A refusal names the policy by the method that made it. They rest on the duty to
 * take technical measures for the safety of data (数据安全法 art. 27) and, where content has to stay as it was filed, on the form of
 * an original (电子签名法 art. 5).
 */
final class FilePolicies {

    private static final String DATA_SECURITY = "中华人民共和国数据安全法";

    private FilePolicies() {}

    /** A file holds something, and no more than the limit. */
    static RefusedException fileFitsTheLimit(String zh, String en) {
        return refused("fileFitsTheLimit", zh, en);
    }

    /** Its content is of a kind of the list, whatever its name says. */
    static RefusedException fileIsOfAnAllowedKind(String zh, String en) {
        return refused("fileIsOfAnAllowedKind", zh, en);
    }

    /** The name's extension and the type the sender declares are those of the content. */
    static RefusedException nameAndTypeAgreeWithContent(String zh, String en) {
        return refused("nameAndTypeAgreeWithContent", zh, en);
    }

    /** It is complete and well-formed, so that every reader sees the same. */
    static RefusedException fileIsWhole(String zh, String en) {
        return refused("fileIsWhole", zh, en);
    }

    /** It is one format only: nothing before its beginning, after its end or between its parts. */
    static RefusedException fileIsOneFormatOnly(String zh, String en) {
        return refused("fileIsOneFormatOnly", zh, en);
    }

    /** Opening it runs nothing, fetches nothing and unpacks no other file. */
    static RefusedException fileRunsNothing(String zh, String en) {
        return refused("fileRunsNothing", zh, en);
    }

    /** All of it can be looked through: nothing is encrypted. */
    static RefusedException fileCanBeLookedThrough(String zh, String en) {
        return refused("fileCanBeLookedThrough", zh, en);
    }

    /** Unpacked it stays within limits of size, number and depth. */
    static RefusedException fileUnpacksWithinLimits(String zh, String en) {
        return refused("fileUnpacksWithinLimits", zh, en);
    }

    /** Every name in it stays inside it. */
    static RefusedException namesStayInsideTheFile(String zh, String en) {
        return refused("namesStayInsideTheFile", zh, en);
    }

    /** A case holds, and a user files in a day, a limited number of files. */
    static RefusedException numberOfFilesIsLimited(String zh, String en) {
        return refused("numberOfFilesIsLimited", zh, en);
    }

    /** The same content is filed once in a case, unless it was withdrawn. */
    static RefusedException contentIsFiledOnceInACase(String zh, String en) {
        return new RefusedException(new Refusal("contentIsFiledOnceInACase", zh, en, "中华人民共和国电子签名法", "第五条"));
    }

    /** Content in which the scanner found something is not filed again. */
    static RefusedException rejectedContentStaysOut(String zh, String en) {
        return refused("rejectedContentStaysOut", zh, en);
    }

    /** What a person's redaction took away is not let out: nothing is left of it (个人信息保护法 art. 47). */
    static RefusedException redactedContentIsGone(String zh, String en) {
        return new RefusedException(new Refusal("redactedContentIsGone", zh, en, "中华人民共和国个人信息保护法", "第四十七条"));
    }

    /** Only a file that is clean and not withdrawn leaves the store. */
    static RefusedException onlyReleasedFilesLeaveTheStore(String zh, String en) {
        return refused("onlyReleasedFilesLeaveTheStore", zh, en);
    }

    /** A file is withdrawn once. */
    static RefusedException fileIsWithdrawnOnce(String zh, String en) {
        return new RefusedException(new Refusal("fileIsWithdrawnOnce", zh, en, "中华人民共和国电子签名法", "第五条"));
    }

    /** A new version replaces the newest version of a file that stands, so that versions are one row and never a tree. */
    static RefusedException onlyTheNewestVersionIsReplaced(String zh, String en) {
        return new RefusedException(new Refusal("onlyTheNewestVersionIsReplaced", zh, en, "中华人民共和国电子签名法", "第五条"));
    }

    private static RefusedException refused(String policy, String zh, String en) {
        return new RefusedException(new Refusal(policy, zh, en, DATA_SECURITY, "第二十七条"));
    }
}
