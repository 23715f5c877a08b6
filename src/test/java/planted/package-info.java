/**
 * Violations planted for {@code org.xincheng.architecture.ArchitectureTest}, outside the packages the application scans:
 * one package for each rule, named after it.
 */
package planted;
