import { describe, expect, it } from 'vitest';
import { askIf } from '../testing/asking.ts';

const FIELDS = {
  name: { stringValue: 'Ada' },
  age: { integerValue: '36' },
  score: { doubleValue: 1.5 },
  tags: { arrayValue: { values: [{ stringValue: 'a' }, { stringValue: 'b' }] } },
  nested: { mapValue: { fields: { deep: { mapValue: { fields: { x: { integerValue: '1' } } } } } } },
  none: { nullValue: 'NULL_VALUE' as const },
  at: { timestampValue: { seconds: '86400', nanos: 5_000_000 } },
  raw: { bytesValue: Buffer.from('hi') },
  place: { geoPointValue: { latitude: 52.5, longitude: 13.4 } },
  ref: { referenceValue: 'projects/demo/databases/(default)/documents/users/ada' },
};

/** Most lines are examples of firebase.google.com/docs/reference/rules/rules. */
const HOLDING = `
true || request.auth.uid == 'x'
request.auth.uid == 'x' || true
!(false && request.auth.uid == 'x')
!(request.auth.uid == 'x' && false)
1 == 1.0 && 1 != '1' && null == null && 'a' != null
1 + 2 * 3 == 7 && (1 + 2) * 3 == 9 && 7 / 2 == 3 && 7.0 / 2 == 3.5 && 7 % 4 == 3 && -7 / 2 == -3 && 1 - 1 - 1 == -1
2 > 1 && 2 >= 2.0 && 'a' < 'b' && 1 < 1.5 && 9007199254740993 > 9007199254740992.0
1 > 2 ? false : true
true ? 'a' in ['a'] : false
'a' in ['a', 'b'] && 'k' in {'k': 1} && !('z' in {'k': 1}) && !('z' in ['a']) && 1 in [1.0] && 'a' in ['a'].toSet()
true is bool && 1 is int && 1.5 is float && 1 is number && 1.5 is number && 'a' is string && !(1 is string)
[] is list && {} is map && /a/b is path && request.time is timestamp && duration.value(1, 's') is duration
resource.data.raw is bytes && resource.data.place is latlng && [].toSet() is set && {}.diff({}) is map_diff
[1, 2, 3][1] == 2 && [1, 2, 3][0:2] == [1, 2] && 'abc'[0] == 'a' && 'abc'[0:2] == 'ab' && 'abc'[1:1] == ''
{'a': {'b': 3}}.a.b == 3 && {'a': 1}['a'] == 1
{'a': 3, 'b': 2}.get('c', 7) == 7 && {'a': 3}.get('a', 7) == 3
{'a': [2, 7], 'b': [9, 12]}.get('c', [1, 1]) == [1, 1]
{'a': {'b': 1}, 'c': 2}.get(['a', 'b'], 7) == 1 && {'a': {'b': 1}}.get(['x', 'b'], 7) == 7
{'a': 1, 'b': 2}.keys().hasAll(['a', 'b']) && {'a': 1}.values() == [1] && {'a': 1}.size() == 1
{'a': 1}.diff({}).addedKeys() == ['a'].toSet()
{'a': 0, 'c': 0, 'u': 0}.diff({'r': 0, 'c': 1, 'u': 0}).affectedKeys() == ['a', 'r', 'c'].toSet()
{'a': 0}.diff({'a': 1, 'b': 4}).changedKeys() == ['a'].toSet()
{}.diff({'a': 1}).removedKeys() == ['a'].toSet() && {'a': 0}.diff({'a': 0}).unchangedKeys() == ['a'].toSet()
['a', 'b'].hasOnly(['a', 'c']) == false && ['a', 'b'].hasOnly(['a', 'b', 'c']) == true
['a', 'a', 'b'].hasOnly(['a', 'b', 'b']) && ['a', 'b'].hasOnly(['b', 'a'])
['a', 'b'].hasAny(['c', 'a']) && !['a', 'b'].hasAny(['c']) && ['a', 'b'].hasAll(['a']) && !['a'].hasAll(['a', 'b'])
['a', 'b'].concat(['c']) == ['a', 'b', 'c'] && ['a', 'b', 'a'].removeAll(['a']) == ['b'] && ['a', 'b'].join('-') == 'a-b'
[1, 2, 2].toSet().size() == 2 && [1, 2].toSet() == [2, 1].toSet() && ['d'].toSet().hasAll(['d'])
['a', 'b'].toSet().union(['c'].toSet()).size() == 3 && ['a', 'b'].toSet().intersection(['b'].toSet()) == ['b'].toSet()
['a', 'b'].toSet().difference(['b'].toSet()) == ['a'].toSet() && ['a'].toSet().hasAny(['a'].toSet())
'ABC'.lower() == 'abc' && 'abc'.upper() == 'ABC' && ' a '.trim() == 'a' && 'abc'.size() == 3 && 'é€😀'.size() == 3
'user@domain.com'.matches('.*@domain[.]com') && !'banana'.matches('.*@domain[.]com') && !'xab'.matches('a|b')
'user@domain.com'.replace('@.*', '') == 'user' && 'a1b2'.replace('[0-9]', '$&') == 'a$&b$&'
'user@domain.com'.split('@') == ['user', 'domain.com'] && 'a/b/c'.split('/') == ['a', 'b', 'c']
'username' + '@domain.com' == 'username@domain.com' && "double" == 'double' && 'it\\'s' == "it's"
'aé'.toUtf8().toHexString() == '61c3a9' && b'abc'.size() == 3 && 'hi'.toUtf8() == resource.data.raw
string(true) == 'true' && string(1) == '1' && string(2.0) == '2.0' && string(null) == 'null' && string(/a/b) == '/a/b'
int('3') == 3 && int(3.9) == 3 && float('1.5') == 1.5 && float(2) == 2.0 && bool('true') && !bool('false')
timestamp.date(2015, 8, 1) < request.time && timestamp.value(1000) == timestamp.value(999) + duration.value(1, 'ms')
timestamp.date(2026, 11, 21) == request.time.date() && request.time.hours() == 10 && request.time.toMillis() % 1000 == 250
request.time.year() == 2026 && request.time.month() == 11 && request.time.day() == 21 && request.time.dayOfWeek() == 6
request.time.dayOfYear() == 325 && request.time.minutes() == 0 && request.time.seconds() == 0 && request.time.nanos() == 250000000
request.time.time() == duration.time(10, 0, 0, 250000000) && duration.abs(duration.value(-20, 'd')) == duration.value(20, 'd')
duration.value(1, 'w') == duration.value(7, 'd') && duration.value(1, 'h').seconds() == 3600 && duration.value(5, 'ns').nanos() == 5
request.time - duration.value(1, 'd') < request.time && request.time - request.time == duration.value(0, 's')
timestamp.value(-1).year() == 1969 && timestamp.value(-1).time() < duration.value(1, 'd')
math.abs(-5) == 5 && math.ceil(1.2) == 2 && math.floor(1.8) == 1 && math.round(1.5) == 2 && math.sqrt(9) == 3.0 && math.pow(2, 3) == 8.0
math.isNaN(0.0 / 0.0) && math.isInfinite(1.0 / 0.0) && !(0.0 / 0.0 == 0.0 / 0.0) && !(0.0 / 0.0 < 1)
latlng.value(52.5, 13.4) == resource.data.place && latlng.value(0, 0).distance(latlng.value(0, 1)) > 111000.0
hashing.sha256('a').toHexString()[0:8] == 'ca978112' && hashing.md5('a').size() == 16 && hashing.crc32('a').toHexString() == 'e8b7be43'
/users/$('ad' + 'a') == /users/ada && path('users/ada') == /users/ada && /users/ada[1] == 'ada'
path('/users/$(who)').bind({'who': 'ada'}) == /users/ada && /a/b-c.d != /a/b && /a/$(/b/c)/d == /a/b/c/d
resource.data.ref == /databases/$(database)/documents/users/ada && resource.data.ref == /databases/(default)/documents/users/ada
resource.__name__ == /databases/$(database)/documents/things/one && resource.id == id && request.path == resource.__name__
request.method == 'get' && request.auth == null && database == '(default)'
resource.data.name == 'Ada' && resource.data.age == 36 && resource.data.score == 1.5 && resource.data.none == null
resource.data.nested.deep.x == 1 && resource.data['nested']['deep'] == {'x': 1} && 'b' in resource.data.tags
resource.data.at == timestamp.value(86400005) && resource.data.keys().size() == 10 && !('other' in resource.data)
6 / 3 / 2 == 1 && resource.data.age/6 == 6 && [4][0]/2 == 2 && (4)/2 == 2
'a' == 'b' == false && !false == true && 1 < 2 == true && -1 < 0
`
  .trim()
  .split('\n');

/** Each of these has no value, so neither it nor its opposite allows. */
const FAILING = `
request.auth.uid == 'x'
resource.data.other == 1
resource.data.none.x == 1
resource.data.name.x == 1
1 < 'a'
null < 1
true < false
1 + 'a' == 1
9223372036854775807 + 1 > 0
1 / 0 == 0
1 % 0 == 0
1
'true'
null
[1][1] == 1
[1][-1] == 1
[1][0:2] == [1]
'abc'[2:1] == ''
{'a': 1}['b'] == 1
{'a': 1}.b == 1
'a' in 'abc'
1 in {'a': 1}
{'a': 1}.get('b', 2).get('c', 3) == 3
{'a': 'text'}.get(['a', 'b'], 7) == 7
'abc'.hasAny(['a'])
[1].join(',') == '1'
['a'].hasAll('a')
'a'.matches(1)
int('x') == 1
int(1.0 / 0.0) == 1
bool('yes')
string([1]) == ''
timestamp.date(2026, 2, 30) == request.time
duration.value(1, 'y') == duration.value(1, 'd')
latlng.value(91, 0) == latlng.value(0, 0)
get(/databases/$(database)/documents/things/missing) == null
get(/databases/other/documents/things/one).data.size() == 0
get(/things/one).data.size() == 0
exists(/databases/$(database)/documents/things)
request.resource == null
request.query.limit < 10
!1
-'a' == 1
1 ? true : true
request.auth.uid == 'x' || false
request.auth.uid == 'x' && true
1 || false
`
  .trim()
  .split('\n');

describe('expressions', () => {
  it.each(HOLDING)('hold: %s', async (condition) => {
    expect(await askIf(condition, FIELDS)).toMatchObject({ allowed: true });
    expect(await askIf(`!(${condition})`, FIELDS)).toMatchObject({ allowed: false });
  });

  it.each(FAILING)('have no value: %s', async (condition) => {
    expect(await askIf(condition, FIELDS)).toMatchObject({ allowed: false });
    expect(await askIf(`!(${condition})`, FIELDS)).toMatchObject({ allowed: false });
    expect(await askIf(`(${condition}) || true`, FIELDS)).toMatchObject({ allowed: true });
  });
});
