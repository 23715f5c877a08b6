package org.xincheng.credit;

/** The check characters of the two national numbers, over the characters before them. */
public final class CheckCharacters {

    /** The characters of a unified social credit code, each at the place of its value (GB 32100-2015). */
    public static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String RESIDENT_CHARACTERS = "10X98765432";

    private CheckCharacters() {}

    /** Of a citizen identification number: modulo 11 (GB 11643-1999); {@code digits} are its first 17. */
    public static char ofResident(CharSequence digits) {
        int sum = 0;
        int weight = 2;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = weight * 2 % 11;
        }
        return RESIDENT_CHARACTERS.charAt(sum % 11);
    }

    /** Of a unified social credit code: modulo 31 (GB 32100-2015); {@code code} are its first 17 characters. */
    public static char ofUscc(CharSequence code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += USCC_ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return USCC_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
