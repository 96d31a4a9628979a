// What the oracle is asked. Groups marked native must be answered without the original in the test.

const lines = text => text.trim().split('\n').map(line => line.trim()).filter(line => line !== '')
const each = (functions, ...argumentLists) =>
  functions.flatMap(name => argumentLists.map(list => `${name}(${list})`))

const numbers = ['0', '1', '-1', '0.5', '-0.5', '2.5', '-2.5', '3', '7.4999999999999', '1e-13', '123456.789', '-1e10', '1e20']
const odd = ['"4"', '"x"', '""', 'true', 'false', 'null', 'NaN', 'Infinity', '{a: 1}']
const pairs = ['0, 0', '1, 2', '7, 3', '-7, 3', '7, -3', '2.5, 0.5', '0.1 + 0.2, 0.3', '1e15, 1', '5, 0', '-5, 0', '"3", 2',
  '2, "3"', '"3", "3"', '"a", "a"', 'true, 1', 'true, true', 'false, null', 'null, null', 'null, 1', '1, null', 'NaN, NaN',
  'Infinity, Infinity', '{a: 1}, 1', '1, "x"']
const lists = ['[3, 1, 2]', '[1, 2, 2, 3]', '[5]', '[0.1, 0.2, 0.3]', '[1, 2; 3, 4]', '[-1, -5, 4, 10]']

const unary = ['abs', 'ceil', 'floor', 'fix', 'round', 'sign', 'square', 'cube', 'cbrt', 'sqrt', 'exp', 'expm1', 'log', 'log2', 'log10',
  'log1p', 'unaryMinus', 'unaryPlus', 'not', 'sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh',
  'asinh', 'acosh', 'atanh', 'nthRoot', 'isInteger', 'isNaN', 'isZero', 'isPositive', 'isNegative', 'isNumeric', 'hasNumericValue',
  'typeOf', 'number', 'boolean', 'string', 'format', 'factorial', 'permutations', 'bitNot']
const binary = ['add', 'subtract', 'multiply', 'divide', 'mod', 'pow', 'dotMultiply', 'dotDivide', 'dotPow', 'atan2', 'equal', 'unequal', 'smaller',
  'smallerEq', 'larger', 'largerEq', 'compare', 'xor', 'and', 'or', 'bitAnd', 'bitOr', 'bitXor', 'leftShift', 'rightArithShift', 'rightLogShift',
  'gcd', 'lcm', 'log', 'nthRoot', 'combinations', 'deepEqual', 'equalText', 'compareText', 'concat', 'nullish']
const operators = ['+', '-', '*', '/', '%', 'mod', '^', '==', '!=', '<', '<=', '>', '>=', 'and', 'or', 'xor', '&', '|', '^|', '<<', '>>', '>>>', '??']
const statistics = ['sum', 'prod', 'mean', 'max', 'min', 'median', 'std', 'variance', 'mode']

export const values = {
  n: 7, z: 0, f: 2.345, neg: -3.5, big: 1609459200000, s: 'text', num: '12.5', yes: true, no: false, nothing: null, a: [3, 1, 2], prices: ['10.50', '2'],
  empty: [], rows: [{ price: 10, name: 'x' }, { price: 20, name: 'y' }], o: { a: 1, b: { c: [1, 2] }, name: 'me', '1': 'one' }, nested: [[1, 2], [3, 4]]
}

export const groups = [
  { name: 'common', native: true, cases: lines(`
    1 + 2 * 3 - 4 / 5
    (1 + 2) * 3
    -2 ^ 2
    2 ^ -1
    2 ^ 3 ^ 2
    100 * 2.3
    0.1 + 0.2
    1 / 3
    -0
    0 / 0
    1 / 0
    1 / 10000000000
    1e21
    9007199254740993
    1.005 * 1000
    10 % 3
    -10 % 3
    10 mod 3
    5%
    200 + 5%
    200 - 5%
    200 * 5%
    5 % 3 %
    3!
    3!!
    not true
    not 0 and 1
    ~5
    5 & 3
    0 & (null + 1)
    -1 | (null + 1)
    false and (null + 1)
    true or (null + 1)
    1 ?? (null + 1)
    5 | 3
    5 ^| 3
    1 << 4
    -16 >> 2
    -16 >>> 28
    1 < 2 < 3
    1 < 3 < 2
    3 > 2 >= 2
    1 == 1 ? "yes" : "no"
    1 > 2 ? 1 : 2 > 1 ? 3 : 4
    null ? 1 : 2
    "" ? 1 : 2
    "0" ? 1 : 2
    NaN ? 1 : 2
    null ?? 5
    0 ?? 5
    undefined ?? null ?? 3
    true and false or true
    true xor true
    2 pi
    2 (3 + 4)
    (1 + 2) (3 + 4)
    1 / 2 pi
    6 / 2 (1 + 2)
    2 sqrt(4)
    [1, 2, 3]
    [1, 2; 3, 4]
    []
    ["x", "y"]
    [1, 2, 3][2]
    "hello"[2]
    {a: 1, b: {c: 2}}
    {a: 1}.a
    {"a b": 1}["a b"]
    {a: null}.b
    1:5
    0:2:10
    5:-2:1
    range(1, 3, 1)
    range(1, 4)
    'it\\'s'
    "\\u0041\\n"
    1; 2
    1; 2;
    1
    # nothing
    1 # and a comment
    null == 0
    null == null
    null != 1
    undefined == null
    "1" == 1
    true + 1
    "3" * "4"
    "a" == "a"
    "x" + "y"
    null + 1
    1 < null
    {a: 1} + 1
    [1, 2][3]
    [1, 2][0]
    null.x
    round(2.567, 2)
    round(-2.5)
    round(2.5)
    round(1.005, 2)
    round(1234.5678, 0)
    round(5, -1)
    round(5, 1.5)
    round(5, 16)
    round(0.1 + 0.7, 15)
    floor(2.999)
    floor(0.1 * 3 * 10)
    ceil(2.0000000000001)
    floor(2.567, 2)
    ceil(2.561, 2)
    fix(-2.567, 1)
    sum(1, 2, 3)
    max([1, 5, 3])
    mean(1, 2, 3, 4)
    median([5, 1, 3])
    median(1, 2, 3, 4)
    std(2, 4, 6)
    variance([2, 4, 6, 8])
    mode([1, 2, 2, 3])
    prod(2, 3, 4)
    cumsum([1, 2, 3])
    log(8, 2)
    log(100, 10)
    log2(1024)
    nthRoot(27, 3)
    nthRoot(-27, 3)
    gcd(12, 18, 24)
    lcm(4, 6, 10)
    add(1, 2, 3)
    multiply(2, 3, 4)
    factorial(10)
    factorial(0)
    factorial(171)
    factorial(-1)
    combinations(5, 2)
    combinations(50, 25)
    combinations(2, 5)
    permutations(5)
    isPrime(97)
    concat("a", "b", "c")
    equalText("a", "a")
    equalText("a", "A")
    compareText("a", "b")
    string(123456)
    string(0.00001)
    string(12.5)
    string(1e21)
    format(2 / 3, 4)
    format(123456, 2)
    format("a\\"b")
    number("12.5")
    boolean("true")
    boolean("maybe")
    typeOf(1)
    typeOf([1])
    typeOf(null)
    sort([3, 1, 2])
    sort([3, 1, 2], "desc")
    count([1, 2, 3])
    size([1, 2, 3])
    setUnion([1, 2, 2], [2, 3])
    setIntersect([1, 2, 2], [2, 2, 3])
    setDifference([1, 2, 2], [2])
    setSymDifference([1, 2], [2, 3])
    setDistinct([3, 1, 3, 2])
    setIsSubset([1, 2], [3, 2, 1])
    setSize([1, 2])
    pi
    e
    tau
    phi
    LN2 + LN10 + LOG2E + LOG10E + SQRT1_2 + SQRT2
    sin(pi / 2)
    cos(0)
    atan2(1, 1)
  `) },
  { name: 'variables', native: true, cases: lines(`
    {{n}} + 1
    {{f}} * 100
    {{neg}}
    {{big}} + 0
    {{s}}
    {{yes}} and not {{no}}
    {{nothing}} == null
    {{nothing}} + 1
    {{nothing}} ?? 5
    {{missing}} ?? 5
    {{num}} * 2
    {{num}} > 12
    {{s}} == "text"
    equalText({{s}}, "text")
    concat({{s}}, "!")
    {{a}}
    {{a}}[1]
    {{a}}[4]
    sum({{a}})
    max({{a}}) - min({{a}})
    mean({{a}})
    sum({{prices}})
    sum({{a}}) / count({{a}})
    sort({{a}})
    {{rows}}[2].price
    {{rows}}[1]
    {{o}}
    {{o}}.a
    {{o}}.b.c
    {{o}}.b.c[2]
    {{o}}["a"]
    {{o}}.nope
    {{o}}?.a
    {{nothing}}?.a
    {{nothing}}.a
    {{o}} + 1
    {{o}}[1]
    {{o}}.name
    {a: {{n}}, b: {{a}}}
    {{n}} > 5 ? "big" : "small"
    {{n}} / {{z}}
    {{n}} % {{z}}
    typeOf({{a}})
    setUnion({{a}}, {{a}})
    {{nested}}
    sum({{nested}})
  `) },
  { name: 'syntax', native: true, cases: lines(`
    1 1
    1 +
    * 2
    (1 + 2
    1 + 2)
    [1, 2
    [1, 2; 3]
    {a 1}
    {a: 1
    f(
    f(1,
    "open
    "\\q"
    "\\u12"
    1.2.3
    1e
    1e+
    1 = 2
    1 ? 2
    1 ? : 2
    @
    1 @ 2
    1 ==
    == 1
    not
    {{a b}}
    a[1
    a?.b = 1
    (1
    )
    1,2
  `) },
  { name: 'functions of one', cases: each(unary, ...numbers, ...odd) },
  // The original looks for divisors of infinity for ever.
  { name: 'primes', cases: each(['isPrime'], ...numbers.filter(it => it !== '1e20'), '97', '91', '1000003', '"7"', 'null') },
  { name: 'functions of two', cases: each(binary, ...pairs) },
  { name: 'operators', cases: operators.flatMap(operator => pairs.map(pair => {
    const [left, right] = pair.split(/, (?![^{]*})/)
    return `(${left}) ${operator} (${right})`
  })) },
  { name: 'statistics', cases: each(statistics, ...lists, '1, 2, 4', '"3", 1', '"a", 1', 'true, 2', 'null', 'null, 1', '[]', '[null, 1]', 'NaN, 1', '[1, 2], [3]', '{{a}}', '{{empty}}', '{{prices}}') },
  { name: 'sets', cases: each(['setUnion', 'setIntersect', 'setDifference', 'setSymDifference', 'setIsSubset'],
    '[1, 2, 3], [2, 3, 4]', '[1, 1, 2], [1, 2, 2]', '[], [1]', '[1], []', '{{a}}, {{a}}', '{{a}}, [1]', '["b", "a"], ["a"]', '[1, 2; 3, 4], [1]', '1, 2') },
  { name: 'left to the original', original: true, cases: lines(`
    x = 3; x * 2
    f(x) = x ^ 2; f(4)
    sqrt(-4)
    (-8) ^ (1 / 3)
    2 inch to cm
    5 cm + 2 mm
    derivative("x^2", "x").toString()
    map([1, 2, 3], f(x) = x * 2)
    filter([1, 2, 3], f(x) = x > 1)
    [1, 2] * 2
    [1, 2; 3, 4] * [1; 1]
    det([1, 2; 3, 4])
    {{a}} * 2
    {{a}} == {{a}}
    round([1.25, 2.35], 1)
    [1, 2, 3][2:3]
    [1, 2; 3, 4][2, 1]
    [[1, 2], [3]]
    quantileSeq([1, 2, 3, 4], 0.5)
    sum([1, 2; 3, 4], 1)
    sort(["b", "a"], "natural")
    concat([1], [2])
    0x1F
    a.1
    :
    bignumber("0.1") + bignumber("0.2") == 0.3
    bigint("9007199254740993")
    print("$a b", {a: 1})
    nosuch(1)
    nosuch
    evaluate("1 + 1")
    hypot(3, 4)
    number("0x10")
    {a: [1, 2]}
    1; x = 2; x + 1
    [null, 1]
    factorial(2.5)
    {{a}}[end]
  `) }
]
