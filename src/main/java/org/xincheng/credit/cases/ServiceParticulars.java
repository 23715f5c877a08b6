package org.xincheng.credit.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;

/**
 * What the law asks to be known of an attempt at service, by its way (民事诉讼法 art. 87–91, 95). What does not belong to the way is null.
 *
 * @param receiver who signed the receipt (送达回证) of service in person (art. 87, 88)
 * @param mailNumber number of the item sent by post (art. 91)
 * @param electronicWay the recipient's system that an electronic letter arrived in (art. 90)
 * @param arrivedAt time of day at which it arrived there, of Beijing (art. 90)
 * @param witnessing how leaving a letter behind was witnessed (art. 89)
 * @param ground why nothing but a public announcement was left (art. 95)
 * @param medium where the announcement was published (art. 95)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceParticulars(
        Receiver receiver,
        String mailNumber,
        ElectronicWay electronicWay,
        LocalTime arrivedAt,
        Witnessing witnessing,
        AnnouncementGround ground,
        String medium) {

    /** Nothing is known but what the account of the attempt says. */
    public static final ServiceParticulars NONE = new ServiceParticulars(null, null, null, null, null, null, null);

    /** Of service in person. */
    public static ServiceParticulars receivedBy(Receiver receiver) {
        return new ServiceParticulars(receiver, null, null, null, null, null, null);
    }

    /** Of service by post. */
    public static ServiceParticulars mailed(String mailNumber) {
        return new ServiceParticulars(null, mailNumber, null, null, null, null, null);
    }

    /** Of electronic service. */
    public static ServiceParticulars arrived(ElectronicWay way, LocalTime at) {
        return new ServiceParticulars(null, null, way, at, null, null, null);
    }

    /** Of a letter left behind. */
    public static ServiceParticulars leftBehind(Witnessing witnessing) {
        return new ServiceParticulars(null, null, null, null, witnessing, null, null);
    }

    /** Of a public announcement. */
    public static ServiceParticulars announced(AnnouncementGround ground, String medium) {
        return new ServiceParticulars(null, null, null, null, null, ground, medium);
    }

    /** Who may sign for a letter (民事诉讼法 art. 88). */
    public enum Receiver {
        PARTY("受送达人本人"),
        ADULT_FAMILY("同住成年家属"),
        RESPONSIBLE_PERSON("法定代表人、主要负责人或者负责收件的人"),
        AGENT("代理人或者指定的代收人");

        private final String zh;

        Receiver(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }

        /** Whether the law lets them sign for a natural person, or else for an organisation. */
        public boolean signsFor(boolean person) {
            return switch (this) {
                case PARTY, ADULT_FAMILY -> person;
                case RESPONSIBLE_PERSON -> !person;
                case AGENT -> true;
            };
        }
    }

    /** Systems that an electronic letter can arrive in (民事诉讼法 art. 90). */
    public enum ElectronicWay {
        PLATFORM("政务服务平台账号"),
        EMAIL("电子邮件"),
        FAX("传真"),
        MOBILE("移动通信");

        private final String zh;

        ElectronicWay(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** How leaving a letter behind is witnessed (民事诉讼法 art. 89). */
    public enum Witnessing {
        WITNESSES("见证人签名或者盖章"),
        PHOTO_OR_VIDEO("拍照、录像记录送达过程");

        private final String zh;

        Witnessing(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }

    /** What lets a letter be announced (民事诉讼法 art. 95). */
    public enum AnnouncementGround {
        WHEREABOUTS_UNKNOWN("受送达人下落不明"),
        OTHER_WAYS_FAILED("用其他方式无法送达");

        private final String zh;

        AnnouncementGround(String zh) {
            this.zh = zh;
        }

        /** The word on Chinese screens. */
        public String zh() {
            return zh;
        }
    }
}
