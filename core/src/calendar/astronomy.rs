//! Sun and moon as the lunar calendar needs them, in integers only: the sine of one system's mathematics library may
//! differ from another's in the last bit, which could move a day near midnight.
//!
//! New moons follow Meeus, *Astronomical Algorithms* (2nd ed., ch. 49), within seconds; the sun's longitude follows
//! Bretagnon and Simon, *Planetary Programs and Tables* (1986), within 2 seconds of arc, or under a minute of time.
//! Time of day is UTC+7.

/// Billionths.
const UNIT: i64 = 1_000_000_000;
/// 2000-01-01 in days since 1970-01-01.
const EPOCH: i64 = 10_957;
/// A circle in hundred-millionths of a degree.
const CIRCLE: i64 = 36_000_000_000;
/// Seven hours in billionths of a day.
const MERIDIAN: i64 = 7 * UNIT / 24;

/// The day (since 1970-01-01, at UTC+7) of the new moon of a lunation, counted from January 2000.
pub(super) fn new_moon(lunation: i64) -> i64 {
    local_conjunction(lunation).div_euclid(UNIT) + EPOCH
}

/// The new moon of a lunation at UTC+7, in billionths of a day since 2000-01-01T00:00.
fn local_conjunction(lunation: i64) -> i64 {
    let terrestrial = conjunction(lunation);
    // Of all new moons of 1900 to 2199 one is closer to midnight than the error of the series: the full theory puts it
    // 6 seconds into 8 July 1967, the series 2 seconds before.
    let correction = if lunation == -402 { 8 * UNIT / 86_400 } else { 0 };
    terrestrial + correction - clock_lag(terrestrial) + MERIDIAN
}

/// The lunation nearest to a day; it may be off by one.
pub(super) fn lunation_near(day: i64) -> i64 {
    ((day - EPOCH) * 10_000).div_euclid(295_306)
}

/// The twelfth of the ecliptic, from the March equinox, in which the sun is as a local day begins, 0–11.
pub(super) fn solar_sector(day: i64) -> i64 {
    let universal = (day - EPOCH) * UNIT - MERIDIAN;
    sun(universal + clock_lag(universal)) / (CIRCLE / 12)
}

/// Sine of an angle in hundred-millionths of a degree, in billionths.
fn sine(angle: i64) -> i64 {
    let angle = angle.rem_euclid(CIRCLE);
    let (sign, half) = if angle < CIRCLE / 2 { (1, angle) } else { (-1, angle - CIRCLE / 2) };
    // The angle reduced to the first quadrant.
    let x = half.min(CIRCLE / 2 - half) / 9;
    let square = x * x / UNIT;
    // Taylor's series of sin(πx/2), from the highest power down.
    let series = [57, -3_599, 160_441, -4_681_754, 79_692_626, -645_964_098, 1_570_796_327];
    sign * (series.into_iter().fold(0, |sum, next| sum * square / UNIT + next) * x / UNIT)
}

/// A polynomial of a number in billionths, its coefficients from the lowest power up.
fn polynomial(x: i64, coefficients: &[i64]) -> i64 {
    coefficients.iter().rev().fold(0, |sum, next| sum * x / UNIT + next)
}

/// The new moon of lunation `k` in terrestrial time, in billionths of a day since 2000-01-01T00:00.
fn conjunction(k: i64) -> i64 {
    // Julian centuries since 2000, in billionths.
    let t = k * 100 * UNIT / 123_685;
    let mean = 5_597_660_000 + 29_530_588_861 * k + polynomial(t, &[0, 0, 154_370, -150, 1]);
    let e = polynomial(t, &[UNIT, -2_516_000, -7_400]);
    let sun = 255_340_000 + 2_910_535_670 * k + polynomial(t, &[0, 0, -140, -11]);
    let moon = 20_156_430_000 + 38_581_693_528 * k + polynomial(t, &[0, 0, 1_075_820, 1_238, -6]);
    let latitude = 16_071_080_000 + 39_067_050_284 * k + polynomial(t, &[0, 0, -161_180, -227, 1]);
    let node = 12_477_460_000 - 156_375_588 * k + polynomial(t, &[0, 0, 206_720, 215]);
    let venus = 29_977_000_000 + 10_740_800 * k + polynomial(t, &[0, 0, -917_300]);
    let waves = MOON.iter().map(|(size, of_sun, of_moon, of_latitude)| {
        // Terms of the sun's anomaly shrink with the eccentricity of the earth's orbit.
        let shrink = (0..of_sun.abs().min(2)).fold(UNIT, |product, _| product * e / UNIT);
        size * 10_000 * shrink / UNIT * sine(of_sun * sun + of_moon * moon + of_latitude * latitude) / UNIT
    });
    let planets =
        PLANETS.iter().map(|(size, phase, rate)| size * 1_000 * sine(phase * 1_000_000 + rate * 100 * k) / UNIT);
    mean + waves.sum::<i64>() + planets.sum::<i64>() + (325_000 * sine(venus) - 170_000 * sine(node)) / UNIT
}

/// The apparent longitude of the sun in hundred-millionths of a degree, at an instant of terrestrial time in billionths
/// of a day since 2000-01-01T00:00.
fn sun(at: i64) -> i64 {
    // Julian centuries are counted from noon.
    let since = i128::from(at - UNIT / 2);
    let turned = |per_century: i64, unit: i128| -> i64 {
        let angle = i128::from(per_century) * since * unit / (36_525 * i128::from(UNIT));
        i64::try_from(angle.rem_euclid(i128::from(CIRCLE))).unwrap_or_default()
    };
    let cosine = |angle: i64| sine(angle + CIRCLE / 4);
    let waves =
        SUN.iter().map(|(size, rate, phase)| size * 572_957 / 1_000 * sine(phase * 1_000 + turned(*rate, 10)) / UNIT);
    let aberration = 9_740 * cosine(17_763_000_000 + turned(3_599_901_848_000, 1)) / UNIT - 557_500;
    let nutation = -(477_800 * sine(12_490_000_000 - turned(193_413_400_000, 1))
        + 36_670 * sine(20_111_000_000 + turned(7_200_153_770_000, 1)))
        / UNIT;
    (28_277_718_340 + turned(3_600_076_953_744, 1) + waves.sum::<i64>() + aberration + nutation).rem_euclid(CIRCLE)
}

/// How far universal time is behind terrestrial time (ΔT), in billionths of a day, by tens of years from 1900:
/// measured to 2020, then the forecast of Stephenson, Morrison and Hohenkerk (2016).
fn clock_lag(at: i64) -> i64 {
    const SECONDS: [i64; 31] = [
        -2, 11, 22, 24, 24, 29, 33, 40, 51, 57, 64, 66, 69, 69, 72, 75, 78, 81, 85, 89, 93, 98, 103, 109, 115, 122,
        129, 136, 145, 154, 163,
    ];
    let decade = 3_652_425 * UNIT / 1_000;
    let since = (at + 10 * decade).clamp(0, 30 * decade - 1);
    let at = |index: i64| usize::try_from(index).ok().and_then(|index| SECONDS.get(index)).copied().unwrap_or(163);
    let (low, high) = (at(since / decade), at(since / decade + 1));
    (low + (high - low) * (since % decade / 1_000) / (decade / 1_000)) * UNIT / 86_400
}

/// Size in hundred-thousandths of a day; multiples of the sun's anomaly, the moon's anomaly, the moon's latitude.
const MOON: [(i64, i64, i64, i64); 24] = [
    (-40_720, 0, 1, 0),
    (17_241, 1, 0, 0),
    (1_608, 0, 2, 0),
    (1_039, 0, 0, 2),
    (739, -1, 1, 0),
    (-514, 1, 1, 0),
    (208, 2, 0, 0),
    (-111, 0, 1, -2),
    (-57, 0, 1, 2),
    (56, 1, 2, 0),
    (-42, 0, 3, 0),
    (42, 1, 0, 2),
    (38, 1, 0, -2),
    (-24, -1, 2, 0),
    (-7, 2, 1, 0),
    (4, 0, 2, -2),
    (4, 3, 0, 0),
    (3, 1, 1, -2),
    (3, 0, 2, 2),
    (-3, 1, 1, 2),
    (3, -1, 1, 2),
    (-2, -1, 1, -2),
    (-2, 1, 3, 0),
    (2, 0, 4, 0),
];

/// Size in millionths of a day; phase in hundredths of a degree; millionths of a degree per lunation.
const PLANETS: [(i64, i64, i64); 13] = [
    (165, 25_188, 16_321),
    (164, 25_183, 26_651_886),
    (126, 34_942, 36_412_478),
    (110, 8_466, 18_206_239),
    (62, 14_174, 53_303_771),
    (60, 20_714, 2_453_732),
    (56, 15_484, 7_306_860),
    (47, 3_452, 27_261_239),
    (42, 20_719, 121_824),
    (40, 29_134, 1_844_379),
    (37, 16_172, 24_198_154),
    (35, 23_956, 25_513_099),
    (23, 33_155, 3_592_518),
];

/// Size in ten-millionths of a radian; ten-millionths of a degree per century; phase in hundred-thousandths of a degree.
const SUN: [(i64, i64, i64); 49] = [
    (403_406, 9_287_892, 27_054_861),
    (195_207, 359_991_376_958, 34_019_128),
    (119_433, 359_994_089_666, 6_391_854),
    (112_392, 359_987_287_385, 33_126_220),
    (3_891, 719_982_026_100, 31_784_300),
    (2_819, 719_984_403_000, 8_663_100),
    (1_721, 360_003_572_600, 24_005_200),
    (660, 719_974_812_000, 31_026_000),
    (350, 329_644_678_000, 24_723_000),
    (334, -194_410_000, 26_087_000),
    (314, 4_452_671_117_000, 29_782_000),
    (268, 450_368_840_000, 34_314_000),
    (242, 31_008_000, 16_679_000),
    (234, 225_184_434_000, 8_153_000),
    (158, -199_739_000, 350_000),
    (132, 659_289_345_000, 13_275_000),
    (129, 90_380_293_000, 18_295_000),
    (114, 30_347_684_000, 16_203_000),
    (99, 337_181_480_000, 2_980_000),
    (93, 30_344_480_000, 26_640_000),
    (86, -22_807_730_000, 24_920_000),
    (78, 299_299_920_000, 15_760_000),
    (72, 315_564_930_000, 25_780_000),
    (68, 1_495_880_000, 18_510_000),
    (64, 90_377_500_000, 6_990_000),
    (46, 1_079_974_050_000, 800_000),
    (38, -44_441_760_000, 19_710_000),
    (37, 1_517_710_000, 25_040_000),
    (32, 675_553_160_000, 6_530_000),
    (29, 315_560_800_000, 16_270_000),
    (28, -45_615_400_000, 34_150_000),
    (27, 1_079_967_060_000, 29_160_000),
    (27, 12_216_550_000, 9_850_000),
    (25, 628_941_670_000, 14_670_000),
    (24, 314_373_690_000, 11_000_000),
    (21, 145_782_980_000, 520_000),
    (21, -319_317_570_000, 34_260_000),
    (20, 347_772_430_000, 23_090_000),
    (18, 12_219_990_000, 25_610_000),
    (17, 628_945_110_000, 4_530_000),
    (14, -44_420_390_000, 24_290_000),
    (13, 1_079_979_090_000, 11_520_000),
    (13, 1_190_660_000, 15_180_000),
    (13, 168_590_710_000, 28_530_000),
    (12, -45_780_000, 5_330_000),
    (10, 268_952_920_000, 12_660_000),
    (10, -391_270_000, 20_570_000),
    (10, 122_975_360_000, 8_590_000),
    (10, 900_737_780_000, 14_610_000),
];
